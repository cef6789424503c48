"""Turns a Review into a workbook and a page; computes nothing."""
