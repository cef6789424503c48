"""The workbook and the page over several agencies."""
