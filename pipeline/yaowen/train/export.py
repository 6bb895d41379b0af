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

SATURATED = 30.0  # a gate with this bias is open, or shut, to the last bit
FULL = 20.0  # tanh of it is 1


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
    return w.reshape(4 * size, -1), r.reshape(4 * size, -1), np.concatenate([b.ravel(), np.zeros(4 * size, np.float32)])


def build_graph(network: Network) -> Any:
    """The network as an ONNX model with 32-bit weights; the embeddings of pairs are stored in bytes."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    settings = network.settings
    hidden, inputs = settings.hidden_size, settings.input_size
    state = {name: value.detach().numpy() for name, value in network.named_parameters()}
    nodes: list[Any] = []
    constants: list[Any] = []

    def constant(name: str, value: Any) -> str:
        constants.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def node(kind: str, arguments: Sequence[str], result: str, **attributes: Any) -> str:
        nodes.append(helper.make_node(kind, list(arguments), [result], name=result, **attributes))
        return result

    def embed(name: str, rows: str) -> str:
        matrix = state[f"{name}.weight"]
        scale = float(np.abs(matrix).max(initial=1e-6)) / 127 if name == "pairs" else 0.0
        if scale:
            scale = min(scale, float(matrix.std()) * 6 / 127)
            stored = np.clip(np.round(matrix / scale), -127, 127).astype(np.int8)
        else:
            stored = matrix.astype(np.float16)
        taken = node("Gather", [constant(f"{name}_table", stored), rows], f"{name}_stored")
        wide = node("Cast", [taken], f"{name}_wide", to=TensorProto.FLOAT)
        return (
            node("Mul", [wide, constant(f"{name}_scale", np.array([scale], np.float32))], f"{name}_vectors") if scale else wide
        )

    embedded = node(
        "Concat", [embed("characters", "characters"), embed("pairs", "pairs"), "words", "flags"], "embedded", axis=2
    )
    product = node("MatMul", [embedded, constant("inputs_weight", state["inputs.weight"].T)], "inputs_product")
    projected = node("Tanh", [node("Add", [product, constant("inputs_bias", state["inputs.bias"])], "inputs_sum")], "projected")
    turned = node("Transpose", [projected], "turned", perm=[1, 0, 2])
    # Two inputs more, always 1 and -1; see `widen`.
    one_more = constant("one_more", np.array([0, 0, 0, 0, 0, 1]))
    padded = node("Pad", [turned, one_more, constant("one", np.float32(1))], "with_one")
    bounded = node("Pad", [padded, one_more, constant("minus_one", np.float32(-1))], "bounded")
    directions = [widen(lstm, inputs, hidden) for lstm in (network.forward_lstm, network.backward_lstm)]
    w, r, b = (
        constant(name, np.stack(values))
        for name, values in zip(("lstm_w", "lstm_r", "lstm_b"), zip(*directions, strict=True), strict=True)
    )
    texts = node("Shape", ["lengths"], "texts")
    first = np.zeros((2, 1, hidden + 2), np.float32)
    first[..., hidden:] = 1, -1
    shape = node(
        "Concat", [constant("two", np.array([2])), texts, constant("hidden", np.array([hidden + 2]))], "first_shape", axis=0
    )
    first_h = node("Expand", [constant("first_h", first), shape], "first_h_all")
    first_c = node("Expand", [constant("first_c", first * np.float32(FULL)), shape], "first_c_all")
    node("LSTM", [bounded, w, r, b, "lengths", first_h, first_c], "states", hidden_size=hidden + 2, direction="bidirectional")
    merged = node(
        "Reshape",
        [
            node("Transpose", ["states"], "states_turned", perm=[0, 2, 1, 3]),
            constant("merged_shape", np.array([0, 0, 2 * (hidden + 2)])),
        ],
        "merged",
    )
    # Which head is asked for comes in with the text: the graph is one, and no head is computed in vain.
    product = node("MatMul", [merged, "head_weight"], "product")
    node("Add", [product, "head_bias"], "scores")
    embedded_size = state["characters.weight"].shape[1] + state["pairs.weight"].shape[1]
    words = state["inputs.weight"].shape[1] - embedded_size - network.flag_size
    graph = helper.make_graph(
        nodes,
        "entities",
        [
            helper.make_tensor_value_info("characters", TensorProto.INT32, ["texts", "places"]),
            helper.make_tensor_value_info("pairs", TensorProto.INT32, ["texts", "places"]),
            helper.make_tensor_value_info("words", TensorProto.FLOAT, ["texts", "places", words]),
            helper.make_tensor_value_info("flags", TensorProto.FLOAT, ["texts", "places", network.flag_size]),
            helper.make_tensor_value_info("lengths", TensorProto.INT32, ["texts"]),
            helper.make_tensor_value_info("head_weight", TensorProto.FLOAT, [2 * (hidden + 2), "tags"]),
            helper.make_tensor_value_info("head_bias", TensorProto.FLOAT, ["tags"]),
        ],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["places", "texts", "tags"])],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return model


def quantise(model: Any, path: Path) -> None:
    """The LSTM's weights in 8 bits. The rest is small, and its ranges would depend on the batch."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    # Without a sign: with one, processors that lack VNNI overflow in their 16-bit sums.
    quantize_dynamic(model, str(path), op_types_to_quantize=["LSTM"], weight_type=QuantType.QUInt8)


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
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    quantise(build_graph(network), folder / GRAPH)
    save_arrays(featuriser, network, folder / ARRAYS)
    meta = {
        "format": FORMAT,
        "default_head": "news_domain",
        "heads": {head: list(LABELS[head]) for head in network.heads},
        "sha256": {name: file_hash(folder / name) for name in (ARRAYS, GRAPH)},
        **about,
    }
    (folder / META).write_text(json.dumps(meta, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
