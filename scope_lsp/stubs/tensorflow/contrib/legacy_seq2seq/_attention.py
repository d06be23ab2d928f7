"""Decoders that attend to the states of an encoder.

Modelled on contrib/legacy_seq2seq/python/ops/seq2seq.py of TensorFlow 1.15.5.
"""

import copy

import _scope_lsp

from tensorflow._array_ops import reshape
from tensorflow._array_joins import concat
from tensorflow._nested_structures import flatten
from tensorflow._get_variable import get_variable
from tensorflow._rnn import named
from tensorflow._static_rnn import static_rnn
from tensorflow._rnn_cells import is_sequence
from tensorflow._shape import UNSURE, as_dim
from tensorflow._tensor import convert, create, dtype_of
from tensorflow._variable_scope import get_variable_scope, variable_scope
from tensorflow.contrib.legacy_seq2seq._decoders import (
    _extract_argmax_and_embed,
    embedded_inputs,
    in_both_ways,
    is_fed,
)
from tensorflow.contrib.rnn._linear import EmbeddingWrapper, Linear, OutputProjectionWrapper


def _last_dim(x, what):
    dims = x._dims
    if isinstance(dims, tuple) and dims:
        if dims[-1] is None:
            raise ValueError(what)
        if dims[-1] != UNSURE:
            return dims[-1]
    return _scope_lsp.unknown("the size of an input")


def attention_decoder(
    decoder_inputs,
    initial_state,
    attention_states,
    cell,
    output_size=None,
    num_heads=1,
    loop_function=None,
    dtype=None,
    scope=None,
    initial_state_attention=False,
):
    if _scope_lsp.is_known(decoder_inputs) and not decoder_inputs:
        raise ValueError("Must provide at least 1 input to attention decoder.")
    if _scope_lsp.is_known(num_heads) and num_heads < 1:
        raise ValueError("With less than 1 heads, use a non-attention decoder.")
    memory = convert(attention_states)
    attn_size = _last_dim(
        memory, "Shape[2] of attention_states must be known: %s" % (memory.shape,)
    )
    if output_size is None:
        output_size = cell.output_size
    with variable_scope(named(scope, "attention_decoder"), dtype=dtype) as entered:
        dtype = entered.dtype
        heads = [
            (
                get_variable("AttnW_%d" % i, [1, 1, attn_size, attn_size], dtype=dtype),
                get_variable("AttnV_%d" % i, [attn_size], dtype=dtype),
            )
            for i in range(num_heads)
        ]

        def attended(batch, inputs):
            dims = (batch, as_dim(attn_size))
            return [
                create("Reshape", "Reshape", dims, dtype=dtype_of(dtype), inputs=read)
                for read in inputs
            ]

        def attention(query):
            if _scope_lsp.is_known(query) and is_sequence(query):
                query = concat(flatten(query), 1)
            query = convert(query)
            inputs = []
            for i, head in enumerate(heads):
                with variable_scope("Attention_%d" % i):
                    inputs.append((memory, Linear(query, attn_size, True)(query), *head))
            return attended(
                query._dims[0] if isinstance(query._dims, tuple) and query._dims else UNSURE, inputs
            )

        state = initial_state
        outputs = []
        attns = (
            attention(initial_state)
            if initial_state_attention
            else attended(None, [()] * num_heads)
        )
        for i, step in enumerate(
            decoder_inputs if _scope_lsp.is_known(decoder_inputs) else [decoder_inputs[0]]
        ):
            if i > 0:
                get_variable_scope().reuse_variables()
            if loop_function is not None and outputs:
                with variable_scope("loop_function", reuse=True):
                    step = loop_function(outputs[-1], i)
            step = convert(step)
            args = [step] + attns
            size = _last_dim(step, "Could not infer input size from input: %s" % step.name)
            cell_output, state = cell(Linear(args, size, True)(args), state)
            if i == 0 and initial_state_attention:
                with variable_scope(get_variable_scope(), reuse=True):
                    attns = attention(state)
            else:
                attns = attention(state)
            with variable_scope("AttnOutputProjection"):
                args = [convert(cell_output)] + attns
                outputs.append(Linear(args, output_size, True)(args))
    if not _scope_lsp.is_known(decoder_inputs):
        return _scope_lsp.unknown("the outputs for an unknown number of inputs"), state
    return outputs, state


def embedding_attention_decoder(
    decoder_inputs,
    initial_state,
    attention_states,
    cell,
    num_symbols,
    embedding_size,
    num_heads=1,
    output_size=None,
    output_projection=None,
    feed_previous=False,
    update_embedding_for_previous=True,
    dtype=None,
    scope=None,
    initial_state_attention=False,
):
    if output_size is None:
        output_size = cell.output_size
    with variable_scope(named(scope, "embedding_attention_decoder"), dtype=dtype):
        embedding = get_variable("embedding", [num_symbols, embedding_size])
        loop = (
            _extract_argmax_and_embed(embedding, output_projection, update_embedding_for_previous)
            if feed_previous
            else None
        )
        return attention_decoder(
            embedded_inputs(embedding, decoder_inputs),
            initial_state,
            attention_states,
            cell=cell,
            output_size=output_size,
            num_heads=num_heads,
            loop_function=loop,
            initial_state_attention=initial_state_attention,
        )


def embedding_attention_seq2seq(
    encoder_inputs,
    decoder_inputs,
    cell,
    num_encoder_symbols,
    num_decoder_symbols,
    embedding_size,
    num_heads=1,
    output_projection=None,
    feed_previous=False,
    dtype=None,
    scope=None,
    initial_state_attention=False,
):
    with variable_scope(named(scope, "embedding_attention_seq2seq"), dtype=dtype) as entered:
        encoder = EmbeddingWrapper(copy.deepcopy(cell), num_encoder_symbols, embedding_size)
        encoder_outputs, encoder_state = static_rnn(encoder, encoder_inputs, dtype=entered.dtype)
        if _scope_lsp.is_known(encoder_outputs):
            attention_states = concat(
                [reshape(output, [-1, 1, cell.output_size]) for output in encoder_outputs], 1
            )
        else:
            attention_states = create(
                "ConcatV2",
                "concat",
                (UNSURE, UNSURE, as_dim(cell.output_size)),
                dtype=dtype_of(entered.dtype),
            )
        output_size = None
        if output_projection is None:
            cell = OutputProjectionWrapper(cell, num_decoder_symbols)
            output_size = num_decoder_symbols

        def decode(feed, update=True):
            return embedding_attention_decoder(
                decoder_inputs,
                encoder_state,
                attention_states,
                cell=cell,
                num_symbols=num_decoder_symbols,
                embedding_size=embedding_size,
                num_heads=num_heads,
                output_size=output_size,
                output_projection=output_projection,
                feed_previous=feed,
                update_embedding_for_previous=update,
                initial_state_attention=initial_state_attention,
            )

        if is_fed(feed_previous):
            return in_both_ways(lambda feed: decode(feed, False), feed_previous, encoder_state)
        return decode(feed_previous)
