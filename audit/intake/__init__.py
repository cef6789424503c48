"""What an intake says and writes: sentences for a person, blocks for a configuration."""
