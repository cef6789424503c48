"""Several agencies: finding their run folders, running them, and writing the report over all."""
