"""A network of the small embedding model's shape, to see what it takes on the same texts at the same moment.

all-MiniLM-L6-v2 as published: 6 layers of 384 numbers, 12 heads, 1,536 inside, the first 256 pieces of a text. What a
network takes depends on its shape and not on what it has learnt, so its weights are random numbers here.
Cutting the text into the model's own pieces costs nothing here: words and marks are counted, of which there are fewer.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Sequence
from typing import Any

_PIECES = 256
_VOCABULARY = 30_522
_WIDTH, _HEADS, _INSIDE, _LAYERS = 384, 12, 1536, 6
_WORD = re.compile(r"\w+|[^\w\s]")

Encode = Callable[[Sequence[str]], None]


def load_network() -> Encode | None:
    """Return what encodes texts on one thread, one at a time; None where PyTorch is not installed."""
    try:
        torch: Any = importlib.import_module("torch")
    except ImportError:
        return None
    torch.set_num_threads(1)
    torch.manual_seed(0)
    words = torch.nn.Embedding(_VOCABULARY, _WIDTH)
    places = torch.nn.Embedding(_PIECES, _WIDTH)
    layer = torch.nn.TransformerEncoderLayer(_WIDTH, _HEADS, _INSIDE, activation="gelu", batch_first=True)
    layers = torch.nn.TransformerEncoder(layer, _LAYERS, enable_nested_tensor=False).eval()

    def encode(texts: Sequence[str]) -> None:
        """One text at a time is what is quickest on one thread: nothing is padded."""
        with torch.inference_mode():
            for text in texts:
                pieces = torch.randint(_VOCABULARY, (1, _pieces(text)))
                torch.nn.functional.normalize(layers(words(pieces) + places.weight[: pieces.shape[1]]).mean(1), dim=1)

    return encode


def _pieces(text: str) -> int:
    return min(_PIECES, len(_WORD.findall(text)) + 2)
