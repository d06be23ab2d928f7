"""Decoders over lists of inputs, with and without embeddings.

Modelled on contrib/legacy_seq2seq/python/ops/seq2seq.py of TensorFlow 1.15.5.
"""

import copy

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import stop_gradient
from tensorflow._control_flow import cond
from tensorflow._nested_structures import flatten, map_structure
from tensorflow._get_variable import get_variable
from tensorflow._nn_ops import xw_plus_b
from tensorflow._embedding_ops import embedding_lookup
from tensorflow._reductions import argmax
from tensorflow._rnn import named
from tensorflow._static_rnn import static_rnn
from tensorflow._variable_scope import get_variable_scope, variable_scope
from tensorflow.contrib.rnn._linear import EmbeddingWrapper, OutputProjectionWrapper


def _extract_argmax_and_embed(embedding, output_projection=None, update_embedding=True):
    def loop_function(prev, _):
        if output_projection is not None:
            prev = xw_plus_b(prev, output_projection[0], output_projection[1])
        embedded = embedding_lookup(embedding, argmax(prev, 1))
        return embedded if update_embedding else stop_gradient(embedded)

    return loop_function


def is_fed(feed_previous):
    """Is it a tensor that decides in the graph whether outputs are fed back."""
    return _scope_lsp.is_known(feed_previous) and not isinstance(feed_previous, bool)


def in_both_ways(decode, feed_previous, like):
    """A decoder in both branches of a condition, the second with the variables of the first."""

    def branch(feed):
        with variable_scope(get_variable_scope(), reuse=None if feed else True):
            outputs, state = decode(feed)
            return list(outputs) + flatten(state)

    flat = cond(feed_previous, lambda: branch(True), lambda: branch(False))
    count = len(flat) - len(flatten(like))
    rest = iter(flat[count:])
    return flat[:count], map_structure(lambda _: next(rest), like)


def rnn_decoder(decoder_inputs, initial_state, cell, loop_function=None, scope=None):
    with variable_scope(named(scope, "rnn_decoder")):
        state = initial_state
        outputs = []
        if not _scope_lsp.is_known(decoder_inputs):
            _, state = cell(decoder_inputs[0], state)
            return _scope_lsp.unknown("the outputs for an unknown number of inputs"), state
        for i, step in enumerate(decoder_inputs):
            if loop_function is not None and outputs:
                with variable_scope("loop_function", reuse=True):
                    step = loop_function(outputs[-1], i)
            if i > 0:
                get_variable_scope().reuse_variables()
            output, state = cell(step, state)
            outputs.append(output)
    return outputs, state


def basic_rnn_seq2seq(encoder_inputs, decoder_inputs, cell, dtype=_dtypes.float32, scope=None):
    with variable_scope(named(scope, "basic_rnn_seq2seq")):
        _, enc_state = static_rnn(copy.deepcopy(cell), encoder_inputs, dtype=dtype)
        return rnn_decoder(decoder_inputs, enc_state, cell)


def tied_rnn_seq2seq(
    encoder_inputs, decoder_inputs, cell, loop_function=None, dtype=_dtypes.float32, scope=None
):
    with variable_scope("combined_tied_rnn_seq2seq"):
        scope = named(scope, "tied_rnn_seq2seq")
        _, enc_state = static_rnn(cell, encoder_inputs, dtype=dtype, scope=scope)
        get_variable_scope().reuse_variables()
        return rnn_decoder(
            decoder_inputs, enc_state, cell, loop_function=loop_function, scope=scope
        )


def embedded_inputs(embedding, inputs):
    return [embedding_lookup(embedding, step) for step in inputs]


def embedding_rnn_decoder(
    decoder_inputs,
    initial_state,
    cell,
    num_symbols,
    embedding_size,
    output_projection=None,
    feed_previous=False,
    update_embedding_for_previous=True,
    scope=None,
):
    with variable_scope(named(scope, "embedding_rnn_decoder")):
        embedding = get_variable("embedding", [num_symbols, embedding_size])
        loop = (
            _extract_argmax_and_embed(embedding, output_projection, update_embedding_for_previous)
            if feed_previous
            else None
        )
        return rnn_decoder(
            embedded_inputs(embedding, decoder_inputs), initial_state, cell, loop_function=loop
        )


def embedding_rnn_seq2seq(
    encoder_inputs,
    decoder_inputs,
    cell,
    num_encoder_symbols,
    num_decoder_symbols,
    embedding_size,
    output_projection=None,
    feed_previous=False,
    dtype=None,
    scope=None,
):
    with variable_scope(named(scope, "embedding_rnn_seq2seq")) as entered:
        if dtype is not None:
            entered.set_dtype(dtype)
        else:
            dtype = entered.dtype
        encoder = EmbeddingWrapper(copy.deepcopy(cell), num_encoder_symbols, embedding_size)
        _, encoder_state = static_rnn(encoder, encoder_inputs, dtype=dtype)
        if output_projection is None:
            cell = OutputProjectionWrapper(cell, num_decoder_symbols)

        def decode(feed, update=True):
            return embedding_rnn_decoder(
                decoder_inputs,
                encoder_state,
                cell,
                num_symbols=num_decoder_symbols,
                embedding_size=embedding_size,
                output_projection=output_projection,
                feed_previous=feed,
                update_embedding_for_previous=update,
            )

        if is_fed(feed_previous):
            return in_both_ways(lambda feed: decode(feed, False), feed_previous, encoder_state)
        return decode(feed_previous)


def embedding_tied_rnn_seq2seq(
    encoder_inputs,
    decoder_inputs,
    cell,
    num_symbols,
    embedding_size,
    num_decoder_symbols=None,
    output_projection=None,
    feed_previous=False,
    dtype=None,
    scope=None,
):
    with variable_scope(named(scope, "embedding_tied_rnn_seq2seq"), dtype=dtype) as entered:
        dtype = entered.dtype
        embedding = get_variable("embedding", [num_symbols, embedding_size], dtype=dtype)
        encoder_inputs = embedded_inputs(embedding, encoder_inputs)
        decoder_inputs = embedded_inputs(embedding, decoder_inputs)
        if output_projection is None:
            cell = OutputProjectionWrapper(
                cell, num_symbols if num_decoder_symbols is None else num_decoder_symbols
            )

        def decode(feed, update=True):
            loop = _extract_argmax_and_embed(embedding, output_projection, update) if feed else None
            return tied_rnn_seq2seq(
                encoder_inputs, decoder_inputs, cell, loop_function=loop, dtype=dtype
            )

        if is_fed(feed_previous):
            return in_both_ways(lambda feed: decode(feed, False), feed_previous, cell.state_size)
        return decode(feed_previous)


def one2many_rnn_seq2seq(
    encoder_inputs,
    decoder_inputs_dict,
    enc_cell,
    dec_cells_dict,
    num_encoder_symbols,
    num_decoder_symbols_dict,
    embedding_size,
    feed_previous=False,
    dtype=None,
    scope=None,
):
    if set(dec_cells_dict) != set(decoder_inputs_dict):
        raise ValueError("keys of dec_cells_dict != keys of decodre_inputs_dict")
    outputs, states = {}, {}
    with variable_scope(named(scope, "one2many_rnn_seq2seq"), dtype=dtype) as entered:
        encoder = EmbeddingWrapper(enc_cell, num_encoder_symbols, embedding_size)
        _, encoder_state = static_rnn(encoder, encoder_inputs, dtype=entered.dtype)
        for name, decoder_inputs in decoder_inputs_dict.items():
            symbols = num_decoder_symbols_dict[name]
            with variable_scope("one2many_decoder_" + str(name)):
                cell = OutputProjectionWrapper(dec_cells_dict[name], symbols)

                def decode(feed, inputs=decoder_inputs, cell=cell, symbols=symbols):
                    return embedding_rnn_decoder(
                        inputs,
                        encoder_state,
                        cell,
                        num_symbols=symbols,
                        embedding_size=embedding_size,
                        feed_previous=feed,
                    )

                if is_fed(feed_previous):
                    outputs[name], states[name] = in_both_ways(decode, feed_previous, encoder_state)
                else:
                    outputs[name], states[name] = decode(feed_previous)
    return outputs, states
