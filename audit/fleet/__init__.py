"""Several agencies' reviews side by side: what a department or a sector lead sees at once."""
