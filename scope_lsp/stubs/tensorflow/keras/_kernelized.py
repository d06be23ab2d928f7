"""`tensorflow.python.keras.layers.kernelized`: a layer of random Fourier features.

Modelled on keras/layers/kernelized.py of TensorFlow 1.15.5.
"""

from tensorflow import _dtypes, _init_ops
from tensorflow._casts import cast
from tensorflow._math_ops import cos, matmul
from tensorflow._nn_ops import bias_add
from tensorflow._shape import TensorShape, as_dim, as_dims
from tensorflow._tensor import convert
from tensorflow.keras._inputs import InputSpec
from tensorflow.keras._layer import Layer
from tensorflow.keras._serialization import serialize
from tensorflow.keras._shapes import weight_dim

__name__ = "tensorflow.python.keras.layers.kernelized"  # what classes say of themselves
_KERNELS = ["gaussian", "laplacian"]


class RandomFourierFeatures(Layer):
    def __init__(
        self,
        output_dim,
        kernel_initializer="gaussian",
        scale=None,
        trainable=False,
        name=None,
        **kwargs,
    ):
        if output_dim <= 0:
            raise ValueError(
                "`output_dim` should be a positive integer. Given: {}.".format(output_dim)
            )
        if isinstance(kernel_initializer, str) and kernel_initializer.lower() not in _KERNELS:
            raise ValueError(
                "Unsupported kernel type: '{}'. Supported kernel types: {}.".format(
                    kernel_initializer, _KERNELS
                )
            )
        if scale is not None and scale <= 0.0:
            raise ValueError(
                "When provided, `scale` should be a positive float. Given: {}.".format(scale)
            )
        super(RandomFourierFeatures, self).__init__(trainable=trainable, name=name, **kwargs)
        self.output_dim = output_dim
        self.kernel_initializer = kernel_initializer
        self.scale = scale

    def build(self, input_shape):
        shape = TensorShape(input_shape)
        if shape.rank != 2:
            raise ValueError(
                "The rank of the input tensor should be 2. Got {} instead.".format(shape.ndims)
            )
        depth = as_dims(input_shape)[-1]
        if depth is None:
            raise ValueError(
                "The last dimension of the inputs to `RandomFourierFeatures` should be defined. "
                "Found `None`."
            )
        depth = weight_dim(depth)
        self.input_spec = InputSpec(ndim=2, axes={1: depth})
        unscaled = self.add_weight(
            "unscaled_random_features",
            (depth, self.output_dim),
            _dtypes.float32,
            initializer=self._initializer(),
            trainable=False,
        )
        self.bias = self.add_weight(
            "random_features_bias",
            (self.output_dim,),
            _dtypes.float32,
            initializer=_init_ops.random_uniform_initializer(0.0, 6.283185307179586),
            trainable=False,
        )
        if self.scale is None:
            gaussian = self.kernel_initializer in ("gaussian", "Gaussian")
            self.scale = (depth / 2.0) ** 0.5 if gaussian else 1.0
        scale = self.add_weight(
            "random_features_scale",
            (1,),
            _dtypes.float32,
            initializer=_init_ops.constant_initializer(self.scale),
            trainable=True,
            constraint="NonNeg",
        )
        self.kernel = (1.0 / scale) * unscaled
        self.built = True

    def _initializer(self):
        if not isinstance(self.kernel_initializer, str):
            return self.kernel_initializer
        if self.kernel_initializer.lower() == "gaussian":
            return _init_ops.random_normal_initializer(stddev=1.0)
        return _init_ops.random_uniform_initializer()  # in place of random numbers of this kind

    def call(self, inputs):
        inputs = cast(convert(inputs, dtype=self.dtype), _dtypes.float32)
        return cos(bias_add(matmul(inputs, self.kernel), self.bias))

    def compute_output_shape(self, input_shape):
        dims = as_dims(TensorShape(input_shape).with_rank(2))
        if dims[-1] is None:
            raise ValueError(
                "The innermost dimension of input shape must be defined. Given: %s"
                % TensorShape(input_shape)
            )
        return TensorShape(dims[:-1] + (as_dim(self.output_dim),))

    def get_config(self):
        kernel = self.kernel_initializer
        return dict(
            Layer.get_config(self),
            output_dim=self.output_dim,
            kernel_initializer=kernel if isinstance(kernel, str) else serialize(kernel),
            scale=self.scale,
        )
