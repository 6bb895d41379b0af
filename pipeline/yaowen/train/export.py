"""A trained network becomes the folder that ships: arrays, an ONNX graph with 8-bit weights, and `meta.json`."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yaowen.model.entity_model import ARRAYS, FORMAT, GRAPH, META, file_hash
from yaowen.model.features import Featuriser
from yaowen.train.corpora import LABELS
from yaowen.train.network import Network

MICROSOFT = "com.microsoft"  # whose operators ONNX Runtime has beside those of the standard
SATURATED = 30.0  # a gate with this bias is open, or shut, to the last bit
FULL = 20.0  # tanh of it is 1
MOST = 63
"""The largest weight of the LSTM as stored: with seven bits two products fit the 16-bit sums of processors without VNNI."""


def gates_in_onnx_order(matrix: NDArray[np.float32], hidden: int) -> NDArray[np.float32]:
    """PyTorch keeps input, forget, cell, output; ONNX wants input, output, forget, cell."""
    i, f, c, o = (matrix[k * hidden : (k + 1) * hidden] for k in range(4))
    return np.stack((i, o, f, c))


def widen(lstm: Any, inputs: int, hidden: int) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Weights of one direction, with two units more that always give 1 and -1.

    The run-time takes the range of 8-bit numbers from all values of a batch. With 1 and -1 among them always, and nothing
    beyond, the range is the same for every batch, and so is what is found in a text whatever its neighbours.
    """
    state = {name: value.detach().numpy() for name, value in lstm.named_parameters()}
    size = hidden + 2
    w = np.zeros((4, size, inputs + 2), np.float32)
    r = np.zeros((4, size, size), np.float32)
    b = np.zeros((4, size), np.float32)
    w[:, :hidden, :inputs] = gates_in_onnx_order(state["weight_ih_l0"], hidden)
    r[:, :hidden, :hidden] = gates_in_onnx_order(state["weight_hh_l0"], hidden)
    b[:, :hidden] = gates_in_onnx_order(state["bias_ih_l0"] + state["bias_hh_l0"], hidden)
    b[0, hidden:], b[1, hidden:], b[2, hidden:] = -SATURATED, SATURATED, SATURATED
    biases = np.concatenate([b.ravel(), np.zeros(4 * size, np.float32)])
    return w.reshape(1, 4 * size, -1), r.reshape(1, 4 * size, -1), biases[None]


def quantise(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32], NDArray[np.int8]]:
    """Weights [way, gate and unit, input] in seven bits, as ONNX Runtime wants them: [way, input, gate and unit].

    Beside them the scale and the zero point [way, gate and unit] of each row.
    """
    turned = matrix.transpose(0, 2, 1)
    scale = np.maximum(np.abs(turned).max(axis=1) / MOST, 1e-9).astype(np.float32)
    return np.round(turned / scale[:, None]).astype(np.int8), scale, np.zeros(scale.shape, np.int8)


class Graph:
    """The nodes and constants of an ONNX graph, in the order in which they are added; each is known by its name."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, value: Any) -> str:
        """Adds a constant and gives its name."""
        from onnx import numpy_helper

        self.constants.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def node(self, kind: str, arguments: Sequence[str], result: str, **attributes: Any) -> str:
        """Adds a node and gives the name of its result."""
        from onnx import helper

        self.nodes.append(helper.make_node(kind, list(arguments), [result], name=result, **attributes))
        return result

    def embed(self, name: str, table: NDArray[Any]) -> str:
        """Adds the rows of a table that the input of a name asks for."""
        from onnx import TensorProto

        taken = self.node("Gather", [self.constant(f"{name}_table", table), name], f"{name}_stored")
        return self.node("Cast", [taken], f"{name}_wide", to=TensorProto.FLOAT)


def build_graph(network: Network) -> Any:
    """The network as an ONNX model; the weights of the LSTM and the embeddings of pairs are stored in bytes.

    Characters, whose part of the input layer is a table, are looked up in that table. The other layers are small, and the
    ranges of their bytes would depend on the batch.
    """
    import onnx
    from onnx import TensorProto, helper

    graph, hidden = Graph(), network.settings.hidden_size
    projected = _add_input_layer(graph, network)
    products = _add_lstm(graph, network, projected)
    # Which head is asked for comes in with the text: the graph is one, and no head is computed in vain.
    graph.node("Add", [graph.node("Add", products, "product"), "head_bias"], "scores")
    words = network.inputs.in_features - network.characters.embedding_dim - network.pairs.embedding_dim - network.flag_size
    made = helper.make_graph(
        graph.nodes,
        "entities",
        [
            helper.make_tensor_value_info("characters", TensorProto.INT32, ["places", "texts"]),
            helper.make_tensor_value_info("pairs", TensorProto.INT32, ["places", "texts"]),
            helper.make_tensor_value_info("words", TensorProto.FLOAT, ["places", "texts", words]),
            helper.make_tensor_value_info("flags", TensorProto.FLOAT, ["places", "texts", network.flag_size]),
            helper.make_tensor_value_info("lengths", TensorProto.INT32, ["texts"]),
            helper.make_tensor_value_info("onward_weight", TensorProto.FLOAT, [hidden + 2, "tags"]),
            helper.make_tensor_value_info("back_weight", TensorProto.FLOAT, [hidden + 2, "tags"]),
            helper.make_tensor_value_info("head_bias", TensorProto.FLOAT, ["tags"]),
        ],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["places", "texts", "tags"])],
        graph.constants,
    )
    model = helper.make_model(
        made, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)], ir_version=8
    )
    onnx.checker.check_model(model)
    return model


def _add_input_layer(graph: Graph, network: Network) -> str:
    """What the LSTM reads of each character: its inputs, and two more that are always 1 and -1 (see `widen`)."""
    state = {name: value.detach().numpy() for name, value in network.named_parameters()}
    characters, pairs = state["characters.weight"], state["pairs.weight"]
    weight = np.pad(state["inputs.weight"].T, ((0, 0), (0, 2)))
    bias = np.append(state["inputs.bias"], (FULL, -FULL)).astype(np.float32)
    scale = min(float(np.abs(pairs).max(initial=1e-6)), float(pairs.std()) * 6) / 127
    after_pairs = characters.shape[1] + pairs.shape[1]
    weight[characters.shape[1] : after_pairs] *= scale
    known = graph.embed("characters", (characters @ weight[: characters.shape[1]] + bias).astype(np.float16))
    stored = np.clip(np.round(pairs / scale), -127, 127).astype(np.int8)
    rest = graph.node("Concat", [graph.embed("pairs", stored), "words", "flags"], "rest", axis=2)
    product = graph.node("MatMul", [rest, graph.constant("rest_weight", weight[characters.shape[1] :])], "rest_product")
    return graph.node("Tanh", [graph.node("Add", [product, known], "sum")], "projected")


def _add_lstm(graph: Graph, network: Network, projected: str) -> list[str]:
    """What each direction adds to the scores of the tags: a node for each, whose states need not be put side by side."""
    hidden, inputs = network.settings.hidden_size, network.settings.input_size
    texts = graph.node("Shape", ["lengths"], "texts")
    first = np.zeros((1, 1, hidden + 2), np.float32)
    first[..., hidden:] = 1, -1
    sizes = [graph.constant("one", np.array([1])), texts, graph.constant("hidden", np.array([hidden + 2]))]
    shape = graph.node("Concat", sizes, "first_shape", axis=0)
    first_h = graph.node("Expand", [graph.constant("first_h", first), shape], "first_h_all")
    first_c = graph.node("Expand", [graph.constant("first_c", first * np.float32(FULL)), shape], "first_c_all")
    products = []
    direction = graph.constant("direction", np.array([1]))
    for name, way, lstm in (("onward", "forward", network.forward_lstm), ("back", "reverse", network.backward_lstm)):
        into, recurrent, bias = widen(lstm, inputs, hidden)
        weights, *scales = zip(quantise(into), quantise(recurrent), strict=True)
        parts = zip(("w", "r", "b"), (*weights, bias), strict=True)
        stored = [graph.constant(f"{name}_{part}", value) for part, value in parts]
        steps = [
            graph.constant(f"{name}_{part}_{what}", scales[k][i])
            for i, part in enumerate("wr")
            for k, what in enumerate(("scale", "zero"))
        ]
        arguments = [projected, *stored, "lengths", first_h, first_c, "", *steps]
        settings = {"domain": MICROSOFT, "hidden_size": hidden + 2, "direction": way}
        states = graph.node("DynamicQuantizeLSTM", arguments, f"{name}_states", **settings)
        states = graph.node("Squeeze", [states, direction], f"{name}_squeezed")
        products.append(graph.node("MatMul", [states, f"{name}_weight"], f"{name}_product"))
    return products


def save_arrays(featuriser: Featuriser, network: Network, path: Path) -> None:
    """Everything but the graph: keys, the lexicon, the layers of the heads."""
    lexicon = featuriser.lexicon
    hidden = network.settings.hidden_size
    heads: dict[str, Any] = {}
    for name in network.crfs:
        head = network.head(name)
        weight = head.weight.detach().numpy()
        wide = np.zeros((len(weight), 2, hidden + 2), np.float32)
        wide[:, :, :hidden] = weight.reshape(len(weight), 2, hidden)
        heads[f"weight_{name}"] = np.ascontiguousarray(wide.reshape(len(weight), -1).T)
        heads[f"bias_{name}"] = head.bias.detach().numpy()
        heads[f"transitions_{name}"] = network.crf(name).transitions().detach().numpy().astype(np.float32)
    np.savez(
        path,
        character_keys=featuriser.characters,
        pair_keys=featuriser.pairs,
        word_keys=lexicon.keys,
        word_kinds=lexicon.kinds,
        word_rows=lexicon.vector_rows,
        word_vectors=lexicon.vectors,
        word_weights=lexicon.weights,
        word_scale=np.float32(lexicon.scale),
        **heads,
    )


def export(network: Network, featuriser: Featuriser, folder: Path, about: Mapping[str, Any]) -> None:
    """Write the model's folder; `about` says where it comes from and how well it does."""
    import onnx

    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    onnx.save(build_graph(network), folder / GRAPH)
    save_arrays(featuriser, network, folder / ARRAYS)
    meta = {
        "format": FORMAT,
        "default_head": "news_domain",
        "heads": {head: list(LABELS[head]) for head in network.heads},
        "sha256": {name: file_hash(folder / name) for name in (ARRAYS, GRAPH)},
        **about,
    }
    (folder / META).write_text(json.dumps(meta, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
