"""What holds for every test."""

import os

from hypothesis import settings

# A busy machine must not fail a test by being slow: pytest's own time-out catches what hangs.
# A developer's run tries fewer examples; .ci/run tries as many as hypothesis does by itself.
settings.register_profile("quick", deadline=None, max_examples=20)
settings.register_profile("thorough", deadline=None)
settings.load_profile("thorough" if os.environ.get("THOROUGH") else "quick")
