"""The run: collect, review, and the run folder that keeps what was read and said."""
