"""tensorflow.python.keras.model_subclassing_test_util: models of classes that Keras' tests share.

Modelled on keras/model_subclassing_test_util.py of TensorFlow 1.15.5.
"""

from tensorflow import keras
from tensorflow.keras.layers import BatchNormalization, Conv2D, Dense, Dropout, Flatten


class _Regularized(keras.Model):
    """May drop out and normalize between its first layer and its last ones."""

    def _add_regularizers(self, use_bn, use_dp):
        self.use_bn, self.use_dp = use_bn, use_dp
        if use_dp:
            self.dp = Dropout(0.5)
        if use_bn:
            self.bn = BatchNormalization()


class SimpleTestModel(_Regularized):
    def __init__(self, use_bn=False, use_dp=False, num_classes=10):
        super(SimpleTestModel, self).__init__(name="test_model")
        self.num_classes = num_classes
        self.dense1 = Dense(32, activation="relu")
        self.dense2 = Dense(num_classes, activation="softmax")
        self._add_regularizers(use_bn, use_dp)

    def call(self, x):
        x = self.dense1(x)
        x = self.dp(x) if self.use_dp else x
        return self.dense2(self.bn(x) if self.use_bn else x)


class SimpleConvTestModel(keras.Model):
    def __init__(self, num_classes=10):
        super(SimpleConvTestModel, self).__init__(name="test_model")
        self.num_classes = num_classes
        self.conv1 = Conv2D(32, (3, 3), activation="relu")
        self.flatten = Flatten()
        self.dense1 = Dense(num_classes, activation="softmax")

    def call(self, x):
        return self.dense1(self.flatten(self.conv1(x)))


class MultiIOTestModel(_Regularized):
    def __init__(self, use_bn=False, use_dp=False, num_classes=(2, 3)):
        super(MultiIOTestModel, self).__init__(name="test_model")
        self.num_classes = num_classes
        self.dense1 = Dense(32, activation="relu")
        self.dense2 = Dense(num_classes[0], activation="softmax")
        self.dense3 = Dense(num_classes[1], activation="softmax")
        self._add_regularizers(use_bn, use_dp)

    def call(self, inputs):
        first, second = [self.dense1(x) for x in inputs]
        first = self.dp(first) if self.use_dp else first
        second = self.bn(second) if self.use_bn else second
        return [self.dense2(first), self.dense3(second)]


class _Nesting(keras.Model):
    """Has a model between its two layers."""

    def __init__(self, num_classes, name):
        super(_Nesting, self).__init__(name=name)
        self.num_classes = num_classes
        self.dense1 = Dense(32, activation="relu")
        self.dense2 = Dense(num_classes, activation="relu")
        self.bn = BatchNormalization()
        self.test_net = self._inner()

    def call(self, inputs):
        return self.dense2(self.test_net(self.bn(self.dense1(inputs))))


class NestedTestModel1(_Nesting):
    def __init__(self, num_classes=2):
        super(NestedTestModel1, self).__init__(num_classes, "nested_model_1")

    def _inner(self):
        return SimpleTestModel(num_classes=4, use_bn=True, use_dp=True)


class NestedTestModel2(_Nesting):
    def __init__(self, num_classes=2):
        super(NestedTestModel2, self).__init__(num_classes, "nested_model_2")

    def _inner(self):
        return self.get_functional_graph_model(32, 4)

    @staticmethod
    def get_functional_graph_model(input_dim, num_classes):
        inputs, x = _start(input_dim)
        return keras.Model(inputs, Dense(num_classes)(x))


def _start(input_dim):
    inputs = keras.Input(shape=(input_dim,))
    return inputs, BatchNormalization()(Dense(32, activation="relu")(inputs))


class Inner(keras.Model):
    def __init__(self):
        super(Inner, self).__init__()
        self.dense1 = Dense(32, activation="relu")
        self.dense2 = Dense(5, activation="relu")
        self.bn = BatchNormalization()

    def call(self, inputs):
        return self.bn(self.dense2(self.dense1(inputs)))


def get_nested_model_3(input_dim, num_classes):
    inputs, x = _start(input_dim)
    x = Inner()(x)  # before the layer after it, for its layers have automatic names
    return keras.Model(inputs, Dense(num_classes)(x), name="nested_model_3")


class CustomCallModel(keras.Model):
    def __init__(self):
        super(CustomCallModel, self).__init__()
        self.dense1 = Dense(1, activation="relu")
        self.dense2 = Dense(1, activation="softmax")

    def call(self, first, second, fiddle_with_output="no", training=True):
        combined = self.dense1(first) + self.dense2(second)
        return 10.0 * combined if fiddle_with_output == "yes" else combined


class TrainingNoDefaultModel(keras.Model):
    def __init__(self):
        super(TrainingNoDefaultModel, self).__init__()
        self.dense1 = Dense(1)

    def call(self, x, training):
        return self.dense1(x)


class TrainingMaskingModel(keras.Model):
    def __init__(self):
        super(TrainingMaskingModel, self).__init__()
        self.dense1 = Dense(1)

    def call(self, x, training=False, mask=None):
        return self.dense1(x)
