"""What changed between reviews: whom we followed, which accounts went, which labels are others."""
