"""What is solved: published instances read from a folder, and drawn ones with fixed seeds."""

from benchmarks.instances.instance import Instance
from benchmarks.instances.plain import PLAIN_SIZES, Plain, plain

__all__ = ["PLAIN_SIZES", "Instance", "Plain", "plain"]
