"""What the process that workers are forked from has in memory: everything a worker would read first."""

from roleferry.adapters.language import load_language
from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.entrypoints.container import find_use_cases

loaded = (tuple(find_use_cases()), load_vocabulary(), load_language())
