"""Programs with the package keras that cannot be run in Keras here.

It would load data from afar or want several devices; names and shapes are those of such runs.
"""

from __future__ import annotations

from textwrap import dedent

from scope_lsp.analysis.analyze import Snapshot, analyze


def made(program: str) -> dict[str, tuple[object, ...] | None]:
    analysis = analyze(Snapshot("/program/program.py", dedent(program)))
    assert not analysis.errors
    assert not analysis.gaps
    assert {event.certainty.value for event in analysis.variables} <= {"definite"}
    return {event.name: event.shape for event in analysis.variables}


def test_data_sets_have_their_shapes() -> None:
    assert made(
        """
        from keras.datasets import cifar10, mnist
        from keras.layers import Conv2D, Dense, Flatten
        from keras.models import Sequential
        from keras.utils import np_utils

        (x, y), _ = mnist.load_data()
        x = x.reshape(len(x), 784).astype("float32") / 255
        y = np_utils.to_categorical(y, 10)
        Sequential([Dense(y.shape[1], input_shape=x.shape[1:], use_bias=False)])
        (x, y), _ = cifar10.load_data()
        Sequential([Conv2D(4, 3, input_shape=x.shape[1:]), Flatten(), Dense(2)])
        """
    ) == {
        "dense_1/kernel:0": (784, 10),
        "conv2d_1/kernel:0": (3, 3, 3, 4),
        "conv2d_1/bias:0": (4,),
        "dense_2/kernel:0": (3600, 2),
        "dense_2/bias:0": (2,),
    }


def test_sequences_are_padded() -> None:
    assert made(
        """
        from keras.datasets.imdb import load_data
        from keras.layers import Dense, Embedding, Flatten
        from keras.models import Sequential
        from keras.preprocessing.sequence import pad_sequences

        (x, y), _ = load_data(num_words=100)
        x = pad_sequences(x, maxlen=20)
        Sequential([Embedding(100, 8, input_length=x.shape[1]), Flatten(), Dense(1)])
        """
    ) == {
        "embedding_1/embeddings:0": (100, 8),
        "dense_1/kernel:0": (160, 1),
        "dense_1/bias:0": (1,),
    }


def test_a_model_on_two_devices_calls_its_layers_again() -> None:
    names = made(
        """
        from keras.layers import BatchNormalization, Input
        from keras.models import Model
        from keras.utils import multi_gpu_model

        x = Input((6,))
        model = multi_gpu_model(Model(x, BatchNormalization()(x)), gpus=2)
        """
    )
    average = "batch_normalization_1/moving_mean/"
    assert [name for name in names if name.startswith(average)] == [
        f"{average}{name}:0"
        for name in (
            "biased",
            "local_step",
            "biased_1",
            "local_step_1",
            "biased_2",
            "local_step_2",
        )
    ]


def test_a_wrapper_for_scikit_learn_makes_its_model_when_fitted() -> None:
    names = made(
        """
        import numpy as np
        from keras.layers import Dense
        from keras.models import Sequential
        from keras.wrappers.scikit_learn import KerasClassifier

        def make(units=3):
            model = Sequential([Dense(units, input_shape=(4,), use_bias=False)])
            model.compile("sgd", "mse")
            return model

        KerasClassifier(make, units=5, epochs=2).fit(np.zeros((2, 4)), np.zeros((2, 5)))
        """
    )
    assert names["dense_1/kernel:0"] == (4, 5)
    assert names["training/SGD/Variable:0"] == (4, 5)
