"""Measure the rules on data nobody here wrote: `python -m evaluation --data DIR [--set NAME] [--json]`.

A developer's command, outside the package. Every task is a module `evaluation/<task>.py` with `predict(item, root)`,
`score(predictions, gold)` and `TARGETS`; the runner finds it by its name. With the environment variables `TASK` and
`OUT` it only predicts, so that another scorer can judge the same engine.
"""
