"""Making files from what strangers wrote: in a process of its own, with limits, that can be ended.

``press`` is this side of it, ``__main__`` the other; ``messages`` is what passes between them.
**Why** a process: a stylesheet of ten lines can keep the engine busy for years, or fill the memory, and
nothing within the same process could stop that for sure.
"""
