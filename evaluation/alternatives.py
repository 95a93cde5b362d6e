"""What other tools score on the development sets, as its README records them; for comparison, not measured here."""

from __future__ import annotations

from collections.abc import Mapping

ALTERNATIVES: Mapping[str, tuple[str, ...]] = {
    "resumes": (
        "pyresparser's models: mean F1 0.670, names 1.000, companies 0.222, colleges 0.500, degrees 0.480",
        "on real two-column files, the best others: names 0.50, phones 0.61",
    ),
    "sections": ("heading words carried forward: 0.783 of all lines, 0.545 where headings hide in sentences",),
    "skills": (
        "pyresparser's word list: lenient F1 0.373",
        "LinkedIn's word list: lenient F1 0.339",
        "onet_technology.tsv: lenient F1 0.278",
        "ESCO labels: lenient F1 0.210",
    ),
    "fit": ("BM25: AUC 0.76", "small embedding model: AUC 0.68", "rapidfuzz: AUC 0.61"),
    "halves": ("tf-idf: MRR 0.60", "small embedding model: MRR 0.58"),
    "mail": (
        "flufl.bounce 6.0.0: kind 0.783, bounce F1 0.900, hard/soft 0.296",
        "status codes and a few words: kind 0.972, bounce F1 0.989, hard/soft 0.791, family 0.662",
    ),
    "replies": (
        "mail-parser-reply 1.36: exact 0.609, word F1 0.847",
        "email-reply-parser (PyPI): exact 0.630, word F1 0.897",
        "three expressions: exact 0.435, word F1 0.759",
        "npm email-reply-parser 2.3.9: exact 0.913, word F1 0.938",
    ),
}
