"""The name that each function of TensorFlow 1.15.5 gives to its op or name scope.

Data: written by tests/stubs/make_default_names.py, not by hand.  Pairs of a function below `tf`
and its default name.
"""

_PAIRS = """
Assert Assert  Print Print  abs Abs  accumulate_n Identity  acos Acos  acosh Acosh  add Add  add_n
Identity  angle Angle  arg_max ArgMax  arg_min ArgMin  argmax ArgMax  argmin ArgMin  argsort argsort
as_string AsString  asin Asin  asinh Asinh  assert_equal assert_equal  assert_integer assert_integer
assert_near assert_near  assert_negative assert_negative  assert_non_negative assert_non_negative
assert_non_positive assert_non_positive  assert_positive assert_positive  assert_rank assert_rank
assert_rank_at_least assert_rank_at_least  assert_rank_in assert_rank_in  assert_scalar
assert_scalar  assert_type assert_type  assign Assign  assign_add AssignAdd  assign_sub AssignSub
atan Atan  atan2 Atan2  atanh Atanh  audio.decode_wav DecodeWav  audio.encode_wav EncodeWav
batch_gather BatchGather  batch_to_space BatchToSpaceND  batch_to_space_nd BatchToSpaceND  betainc
Betainc  bitcast Bitcast  bitwise.bitwise_and BitwiseAnd  bitwise.bitwise_or BitwiseOr
bitwise.bitwise_xor BitwiseXor  bitwise.invert Invert  bitwise.left_shift LeftShift
bitwise.right_shift RightShift  boolean_mask boolean_mask  broadcast_to BroadcastTo  case case  cast
Cast  ceil Ceil  check_numerics CheckNumerics  cholesky Cholesky  cholesky_solve cholesky_solve
clip_by_average_norm clip_by_average_norm  clip_by_global_norm clip_by_global_norm  clip_by_norm
clip_by_norm  clip_by_value clip_by_value  complex Complex  concat concat  cond cond
confusion_matrix confusion_matrix  conj Conj  constant Const
contrib.distributions.assign_log_moving_mean_exp assign_log_moving_mean_exp
contrib.distributions.assign_moving_mean_variance assign_moving_mean_variance
contrib.distributions.auto_correlation auto_correlation  contrib.distributions.fill_triangular
fill_triangular  contrib.distributions.fill_triangular_inverse fill_triangular_inverse
contrib.distributions.matrix_diag_transform matrix_diag_transform
contrib.distributions.quadrature_scheme_lognormal_gauss_hermite
vector_diffeomixture_quadrature_gauss_hermite
contrib.distributions.quadrature_scheme_lognormal_quantiles quadrature_scheme_lognormal_quantiles
contrib.distributions.quadrature_scheme_softmaxnormal_gauss_hermite
quadrature_scheme_softmaxnormal_gauss_hermite
contrib.distributions.quadrature_scheme_softmaxnormal_quantiles softmax_normal_grid_and_probs
contrib.distributions.reduce_weighted_logsumexp reduce_weighted_logsumexp
contrib.distributions.softplus_inverse softplus_inverse  contrib.distributions.tridiag tridiag
contrib.eager.py_func EagerPyFunc  contrib.framework.argsort argsort
contrib.framework.assert_scalar assert_scalar  contrib.framework.assert_scalar_int assert_scalar_int
contrib.framework.reduce_sum_n reduce_sum_n  contrib.framework.remove_squeezable_dimensions
remove_squeezable_dimensions  contrib.framework.smart_case smart_case  contrib.framework.smart_cond
cond  contrib.framework.sort sort  contrib.framework.zero_initializer zero_initializer
contrib.image.angles_to_projective_transforms angles_to_projective_transforms
contrib.image.bipartite_match bipartite_match  contrib.image.dense_image_warp dense_image_warp
contrib.image.interpolate_spline interpolate_spline  contrib.image.rotate rotate
contrib.image.sparse_image_warp sparse_image_warp  contrib.image.transform transform
contrib.image.translate translate  contrib.image.translations_to_projective_transforms
translations_to_projective_transforms  contrib.integrate.odeint odeint
contrib.integrate.odeint_fixed odeint_fixed  contrib.kernel_methods.sparse_multiclass_hinge_loss
sparse_multiclass_hinge_loss  contrib.learn.read_batch_examples read_batch_examples
contrib.learn.read_batch_features read_batch_features  contrib.learn.read_batch_record_features
dequeue_record_examples  contrib.learn.read_keyed_batch_examples read_batch_examples
contrib.learn.read_keyed_batch_examples_shared_queue read_batch_examples
contrib.learn.read_keyed_batch_features read_batch_features
contrib.learn.read_keyed_batch_features_shared_queue read_batch_features
contrib.legacy_seq2seq.sequence_loss sequence_loss  contrib.legacy_seq2seq.sequence_loss_by_example
sequence_loss_by_example  contrib.lookup.index_table_from_file string_to_index
contrib.lookup.index_table_from_tensor string_to_index  contrib.lookup.index_to_string
index_to_string  contrib.lookup.index_to_string_table_from_file index_to_string
contrib.lookup.index_to_string_table_from_tensor index_to_string  contrib.lookup.string_to_index
string_to_index  contrib.lookup.string_to_index_table_from_file string_to_index
contrib.lookup.string_to_index_table_from_tensor string_to_index  contrib.losses.absolute_difference
absolute_difference  contrib.losses.compute_weighted_loss weighted_loss
contrib.losses.cosine_distance cosine_distance_loss  contrib.losses.get_total_loss total_loss
contrib.losses.hinge_loss hinge_loss  contrib.losses.log_loss log_loss
contrib.losses.mean_pairwise_squared_error mean_pairwise_squared_error
contrib.losses.mean_squared_error mean_squared_error  contrib.losses.sigmoid_cross_entropy
sigmoid_cross_entropy_loss  contrib.losses.softmax_cross_entropy softmax_cross_entropy_loss
contrib.losses.sparse_softmax_cross_entropy sparse_softmax_cross_entropy_loss
contrib.metrics.accuracy accuracy  contrib.metrics.confusion_matrix confusion_matrix
contrib.metrics.streaming_sparse_average_precision_at_top_k average_precision_at_top_k
contrib.nn.alpha_dropout alpha_dropout  contrib.nn.conv1d_transpose conv1d_transpose
contrib.nn.deprecated_flipped_sigmoid_cross_entropy_with_logits logistic_loss
contrib.nn.deprecated_flipped_softmax_cross_entropy_with_logits softmax_cross_entropy_with_logits_sg
contrib.nn.deprecated_flipped_sparse_softmax_cross_entropy_with_logits
SparseSoftmaxCrossEntropyWithLogits  contrib.nn.nth_element NthElement
contrib.nn.rank_sampled_softmax_loss rank_sampled_softmax_loss
contrib.nn.sampled_sparse_softmax_loss sampled_sparse_softmax_loss  contrib.nn.scaled_softplus
scaled_softplus  contrib.periodic_resample.periodic_resample PeriodicResample
contrib.proto.decode_proto DecodeProtoV2  contrib.proto.encode_proto EncodeProto
contrib.resampler.resampler resampler  contrib.rpc.rpc Rpc  contrib.rpc.try_rpc TryRpc
contrib.seq2seq.gather_tree GatherTree  contrib.seq2seq.hardmax Hardmax
contrib.seq2seq.safe_cumprod SafeCumprod  contrib.seq2seq.sequence_loss sequence_loss
contrib.seq2seq.tile_batch tile_batch  contrib.signal.frame frame  contrib.signal.inverse_stft
inverse_stft  contrib.signal.inverse_stft_window_fn inverse_stft_window_fn
contrib.signal.linear_to_mel_weight_matrix linear_to_mel_weight_matrix
contrib.signal.mfccs_from_log_mel_spectrograms mfccs_from_log_mel_spectrograms
contrib.signal.overlap_and_add overlap_and_add  contrib.signal.stft stft  contrib.slim.avg_pool2d
AvgPool2D  contrib.slim.avg_pool3d AvgPool3D  contrib.slim.bucketize Bucketize
contrib.slim.embedding_lookup_sparse_with_distributed_aggregation embedding_lookup_sparse
contrib.slim.embedding_lookup_unique EmbeddingLookupUnique  contrib.slim.flatten Flatten
contrib.slim.images_to_sequence ImagesToSequence  contrib.slim.l1_l2_regularizer l2_regularizer
contrib.slim.l1_regularizer l1_regularizer  contrib.slim.l2_regularizer l2_regularizer
contrib.slim.max_pool2d MaxPool2D  contrib.slim.max_pool3d MaxPool3D  contrib.slim.one_hot_encoding
OneHotEncoding  contrib.slim.parse_feature_columns_from_examples ParseExample
contrib.slim.parse_feature_columns_from_sequence_examples ParseSingleSequenceExample
contrib.slim.safe_embedding_lookup_sparse embedding_lookup  contrib.slim.scattered_embedding_lookup
scattered_embedding_lookup  contrib.slim.scattered_embedding_lookup_sparse
scattered_embedding_lookup_sparse  contrib.slim.sequence_to_images SequenceToImages
contrib.slim.sparse_feature_cross SparseFeatureCrossV2  contrib.slim.sum_regularizer sum_regularizer
contrib.slim.zero_initializer zero_initializer  contrib.sparsemax.sparsemax sparsemax
contrib.sparsemax.sparsemax_loss sparsemax_loss  contrib.stateless.stateless_multinomial
stateless_multinomial  contrib.stateless.stateless_random_normal stateless_random_normal
contrib.stateless.stateless_random_uniform stateless_random_uniform
contrib.stateless.stateless_truncated_normal stateless_truncated_normal  contrib.summary.audio
WriteAudioSummary  contrib.summary.flush FlushSummaryWriter  contrib.summary.generic WriteSummary
contrib.summary.graph WriteGraphSummary  contrib.summary.histogram WriteHistogramSummary
contrib.summary.image WriteImageSummary  contrib.summary.import_event ImportEvent
contrib.summary.scalar WriteScalarSummary  contrib.tpu.cross_replica_sum CrossReplicaSum
contrib.tpu.infeed_dequeue InfeedDequeue  contrib.tpu.infeed_dequeue_tuple InfeedDequeueTuple
contrib.tpu.infeed_enqueue InfeedEnqueue  contrib.tpu.infeed_enqueue_tuple InfeedEnqueueTuple
contrib.tpu.outfeed_dequeue OutfeedDequeue  contrib.tpu.outfeed_dequeue_tuple OutfeedDequeueTuple
contrib.tpu.outfeed_enqueue OutfeedEnqueue  contrib.tpu.outfeed_enqueue_tuple OutfeedEnqueueTuple
contrib.training.batch_sequences_with_states batch_sequences_with_states  contrib.training.bucket
bucket  contrib.training.bucket_by_sequence_length bucket_by_sequence_length
contrib.training.resample_at_rate resample_at_rate  contrib.training.stratified_sample
stratified_sample  cos Cos  cosh Cosh  count_nonzero count_nonzero  count_up_to CountUpTo  cross
Cross  cumprod Cumprod  cumsum Cumsum  debugging.Assert Assert  debugging.assert_all_finite
VerifyFinite  debugging.assert_equal assert_equal  debugging.assert_integer assert_integer
debugging.assert_near assert_near  debugging.assert_negative assert_negative
debugging.assert_non_negative assert_non_negative  debugging.assert_non_positive assert_non_positive
debugging.assert_positive assert_positive  debugging.assert_rank assert_rank
debugging.assert_rank_at_least assert_rank_at_least  debugging.assert_rank_in assert_rank_in
debugging.assert_scalar assert_scalar  debugging.assert_shapes assert_shapes  debugging.assert_type
assert_type  debugging.check_numerics CheckNumerics  debugging.is_finite IsFinite  debugging.is_inf
IsInf  debugging.is_nan IsNan  debugging.is_non_decreasing is_non_decreasing
debugging.is_strictly_increasing is_strictly_increasing  decode_base64 DecodeBase64
decode_compressed DecodeCompressed  decode_csv DecodeCSV  decode_json_example DecodeJSONExample
decode_raw DecodeRaw  delete_session_tensor DeleteSessionTensor  depth_to_space DepthToSpace
dequantize Dequantize  deserialize_many_sparse DeserializeManySparse  diag Diag  diag_part DiagPart
digamma Digamma  div div  div_no_nan div_no_nan  dtypes.as_string AsString  dtypes.cast Cast
dtypes.complex Complex  dtypes.saturate_cast saturate_cast  dynamic_partition DynamicPartition
dynamic_stitch DynamicStitch  edit_distance edit_distance  einsum einsum  encode_base64 EncodeBase64
ensure_shape EnsureShape  equal Equal  erf Erf  erfc Erfc  exp Exp  expand_dims ExpandDims  expm1
Expm1  extract_image_patches ExtractImagePatches  extract_volume_patches ExtractVolumePatches  eye
eye  fake_quant_with_min_max_args FakeQuantWithMinMaxArgs  fake_quant_with_min_max_args_gradient
FakeQuantWithMinMaxArgsGradient  fake_quant_with_min_max_vars FakeQuantWithMinMaxVars
fake_quant_with_min_max_vars_gradient FakeQuantWithMinMaxVarsGradient
fake_quant_with_min_max_vars_per_channel FakeQuantWithMinMaxVarsPerChannel
fake_quant_with_min_max_vars_per_channel_gradient FakeQuantWithMinMaxVarsPerChannelGradient  fft FFT
fft2d FFT2D  fft3d FFT3D  fill Fill  fingerprint Fingerprint  floor Floor  floor_div FloorDiv
floordiv floordiv  floormod FloorMod  foldl foldl  foldr foldr  gather GatherV2  gather_nd GatherNd
get_session_handle GetSessionHandle  get_session_tensor GetSessionTensor  global_norm global_norm
gradients gradients  graph_util.import_graph_def import  greater Greater  greater_equal GreaterEqual
group group_deps  guarantee_const GuaranteeConst  hessians hessians  histogram_fixed_width
histogram_fixed_width  histogram_fixed_width_bins histogram_fixed_width_bins  identity Identity
identity_n IdentityN  ifft IFFT  ifft2d IFFT2D  ifft3d IFFT3D  igamma Igamma  igammac Igammac  imag
Imag  image.adjust_brightness adjust_brightness  image.adjust_contrast adjust_contrast
image.adjust_gamma adjust_gamma  image.adjust_hue adjust_hue  image.adjust_jpeg_quality
adjust_jpeg_quality  image.adjust_saturation adjust_saturation  image.central_crop central_crop
image.combined_non_max_suppression combined_non_max_suppression  image.convert_image_dtype
convert_image  image.crop_and_resize CropAndResize  image.crop_to_bounding_box crop_to_bounding_box
image.decode_and_crop_jpeg DecodeAndCropJpeg  image.decode_bmp DecodeBmp  image.decode_gif DecodeGif
image.decode_image decode_image  image.decode_jpeg DecodeJpeg  image.decode_png DecodePng
image.draw_bounding_boxes DrawBoundingBoxes  image.encode_jpeg EncodeJpeg  image.encode_png
EncodePng  image.extract_glimpse ExtractGlimpse  image.extract_image_patches ExtractImagePatches
image.extract_jpeg_shape ExtractJpegShape  image.extract_patches ExtractImagePatches
image.grayscale_to_rgb grayscale_to_rgb  image.hsv_to_rgb HSVToRGB  image.is_jpeg is_jpeg
image.non_max_suppression non_max_suppression  image.non_max_suppression_overlaps
non_max_suppression_overlaps  image.non_max_suppression_padded non_max_suppression_padded
image.non_max_suppression_with_scores non_max_suppression_with_scores  image.pad_to_bounding_box
pad_to_bounding_box  image.per_image_standardization per_image_standardization  image.psnr PSNR
image.random_crop random_crop  image.resize resize  image.resize_area ResizeArea
image.resize_bicubic ResizeBicubic  image.resize_bilinear ResizeBilinear
image.resize_image_with_crop_or_pad resize_image_with_crop_or_pad  image.resize_images resize
image.resize_nearest_neighbor ResizeNearestNeighbor  image.resize_with_crop_or_pad
resize_image_with_crop_or_pad  image.rgb_to_grayscale rgb_to_grayscale  image.rgb_to_hsv RGBToHSV
image.rot90 rot90  image.sample_distorted_bounding_box sample_distorted_bounding_box
image.ssim_multiscale MS-SSIM  image.total_variation total_variation  image.transpose transpose
image.transpose_image transpose  import_graph_def import  initialize_all_tables init_all_tables
initialize_variables init  initializers.tables_initializer init_all_tables  initializers.variables
init  invert_permutation InvertPermutation  io.decode_and_crop_jpeg DecodeAndCropJpeg
io.decode_base64 DecodeBase64  io.decode_bmp DecodeBmp  io.decode_compressed DecodeCompressed
io.decode_csv DecodeCSV  io.decode_gif DecodeGif  io.decode_image decode_image  io.decode_jpeg
DecodeJpeg  io.decode_json_example DecodeJSONExample  io.decode_png DecodePng  io.decode_proto
DecodeProtoV2  io.decode_raw DecodeRaw  io.deserialize_many_sparse DeserializeManySparse
io.encode_base64 EncodeBase64  io.encode_jpeg EncodeJpeg  io.encode_proto EncodeProto
io.extract_jpeg_shape ExtractJpegShape  io.is_jpeg is_jpeg  io.match_filenames_once
matching_filenames  io.matching_files MatchingFiles  io.parse_example ParseExample
io.parse_sequence_example ParseSequenceExample  io.parse_single_example ParseSingleExample
io.parse_single_sequence_example ParseSingleSequenceExample  io.parse_tensor ParseTensor
io.read_file ReadFile  io.serialize_many_sparse SerializeManySparse  io.serialize_sparse
SerializeSparse  io.serialize_tensor SerializeTensor  io.write_file WriteFile  is_finite IsFinite
is_inf IsInf  is_nan IsNan  is_non_decreasing is_non_decreasing  is_strictly_increasing
is_strictly_increasing  lbeta lbeta  less Less  less_equal LessEqual  lgamma Lgamma  lin_space
LinSpace  linalg.adjoint adjoint  linalg.band_part MatrixBandPart  linalg.cholesky Cholesky
linalg.cholesky_solve cholesky_solve  linalg.cross Cross  linalg.det MatrixDeterminant  linalg.diag
diag  linalg.diag_part diag_part  linalg.eigh SelfAdjointEigV2  linalg.eigvalsh SelfAdjointEigV2
linalg.einsum einsum  linalg.expm matrix_exponential  linalg.eye eye  linalg.global_norm global_norm
linalg.inv MatrixInverse  linalg.l2_normalize l2_normalize  linalg.logdet logdet  linalg.logm
MatrixLogarithm  linalg.lstsq matrix_solve_ls  linalg.lu Lu  linalg.matmul MatMul
linalg.matrix_transpose matrix_transpose  linalg.matvec MatVec  linalg.norm norm  linalg.normalize
normalize  linalg.qr Qr  linalg.set_diag set_diag  linalg.slogdet LogMatrixDeterminant  linalg.solve
MatrixSolve  linalg.sqrtm MatrixSquareRoot  linalg.svd Svd  linalg.tensor_diag Diag
linalg.tensor_diag_part DiagPart  linalg.tensordot Tensordot  linalg.trace Trace  linalg.transpose
matrix_transpose  linalg.triangular_solve MatrixTriangularSolve  linalg.tridiagonal_matmul
TridiagonalMatMul  linalg.tridiagonal_solve TridiagonalSolve  linspace LinSpace  log Log  log1p
Log1p  log_sigmoid LogSigmoid  logical_and LogicalAnd  logical_not LogicalNot  logical_or LogicalOr
logical_xor LogicalXor  losses.absolute_difference absolute_difference  losses.compute_weighted_loss
weighted_loss  losses.cosine_distance cosine_distance_loss  losses.get_regularization_loss
total_regularization_loss  losses.get_total_loss total_loss  losses.hinge_loss hinge_loss
losses.huber_loss huber_loss  losses.log_loss log_loss  losses.mean_pairwise_squared_error
mean_pairwise_squared_error  losses.mean_squared_error mean_squared_error
losses.sigmoid_cross_entropy sigmoid_cross_entropy_loss  losses.softmax_cross_entropy
softmax_cross_entropy_loss  losses.sparse_softmax_cross_entropy sparse_softmax_cross_entropy_loss
manip.batch_to_space_nd BatchToSpaceND  manip.gather_nd GatherNd  manip.reshape Reshape
manip.reverse ReverseV2  manip.roll Roll  manip.scatter_nd ScatterNd  manip.space_to_batch_nd
SpaceToBatchND  manip.tile Tile  map_fn map  matching_files MatchingFiles  math.abs Abs
math.accumulate_n Identity  math.acos Acos  math.acosh Acosh  math.add Add  math.add_n Identity
math.angle Angle  math.argmax ArgMax  math.argmin ArgMin  math.asin Asin  math.asinh Asinh
math.atan Atan  math.atan2 Atan2  math.atanh Atanh  math.bessel_i0 bessel_i0  math.bessel_i0e
BesselI0e  math.bessel_i1 bessel_i1  math.bessel_i1e BesselI1e  math.betainc Betainc  math.ceil Ceil
math.confusion_matrix confusion_matrix  math.conj Conj  math.cos Cos  math.cosh Cosh
math.count_nonzero count_nonzero  math.cumprod Cumprod  math.cumsum Cumsum
math.cumulative_logsumexp CumulativeLogsumexp  math.digamma Digamma  math.divide_no_nan div_no_nan
math.equal Equal  math.erf Erf  math.erfc Erfc  math.exp Exp  math.expm1 Expm1  math.floor Floor
math.floordiv floordiv  math.floormod FloorMod  math.greater Greater  math.greater_equal
GreaterEqual  math.igamma Igamma  math.igammac Igammac  math.imag Imag  math.in_top_k in_top_k
math.invert_permutation InvertPermutation  math.is_finite IsFinite  math.is_inf IsInf  math.is_nan
IsNan  math.is_non_decreasing is_non_decreasing  math.is_strictly_increasing is_strictly_increasing
math.l2_normalize l2_normalize  math.lbeta lbeta  math.less Less  math.less_equal LessEqual
math.lgamma Lgamma  math.log Log  math.log1p Log1p  math.log_sigmoid LogSigmoid  math.log_softmax
transpose  math.logical_and LogicalAnd  math.logical_not LogicalNot  math.logical_or LogicalOr
math.logical_xor LogicalXor  math.maximum Maximum  math.minimum Minimum  math.mod FloorMod
math.multiply Mul  math.multiply_no_nan multiply_no_nan  math.negative Neg  math.nextafter NextAfter
math.not_equal NotEqual  math.polygamma Polygamma  math.polyval polyval  math.pow Pow  math.real
Real  math.reciprocal Reciprocal  math.reciprocal_no_nan reciprocal_no_nan  math.reduce_all All
math.reduce_any Any  math.reduce_euclidean_norm EuclideanNorm  math.reduce_logsumexp ReduceLogSumExp
math.reduce_max Max  math.reduce_mean Mean  math.reduce_min Min  math.reduce_prod Prod
math.reduce_sum Sum  math.rint Rint  math.round Round  math.rsqrt Rsqrt  math.scalar_mul Mul
math.segment_max SegmentMax  math.segment_mean SegmentMean  math.segment_min SegmentMin
math.segment_prod SegmentProd  math.segment_sum SegmentSum  math.sigmoid Sigmoid  math.sign Sign
math.sin Sin  math.sinh Sinh  math.softmax transpose  math.softplus Softplus  math.softsign Softsign
math.sqrt Sqrt  math.square Square  math.squared_difference SquaredDifference  math.subtract Sub
math.tan Tan  math.tanh Tanh  math.top_k TopKV2  math.truediv truediv  math.unsorted_segment_max
UnsortedSegmentMax  math.unsorted_segment_mean UnsortedSegmentMean  math.unsorted_segment_min
UnsortedSegmentMin  math.unsorted_segment_prod UnsortedSegmentProd  math.unsorted_segment_sqrt_n
UnsortedSegmentSqrtN  math.unsorted_segment_sum UnsortedSegmentSum  math.xdivy Xdivy  math.xlogy
Xlogy  math.zero_fraction zero_fraction  math.zeta Zeta  matmul MatMul  matrix_band_part
MatrixBandPart  matrix_determinant MatrixDeterminant  matrix_diag diag  matrix_diag_part diag_part
matrix_inverse MatrixInverse  matrix_set_diag set_diag  matrix_solve MatrixSolve  matrix_solve_ls
matrix_solve_ls  matrix_square_root MatrixSquareRoot  matrix_transpose matrix_transpose
matrix_triangular_solve MatrixTriangularSolve  maximum Maximum  meshgrid meshgrid  minimum Minimum
mod FloorMod  multinomial multinomial  multiply Mul  negative Neg  nn.all_candidate_sampler
AllCandidateSampler  nn.atrous_conv2d_transpose atrous_conv2d_transpose  nn.avg_pool AvgPool
nn.avg_pool1d AvgPool1D  nn.avg_pool2d AvgPool  nn.avg_pool3d AvgPool3D
nn.batch_norm_with_global_normalization batchnorm  nn.batch_normalization batchnorm  nn.bias_add
BiasAdd  nn.collapse_repeated collapse_repeated_labels  nn.compute_accidental_hits
ComputeAccidentalHits  nn.conv1d conv1d  nn.conv1d_transpose conv1d_transpose  nn.conv2d Conv2D
nn.conv2d_backprop_filter Conv2DBackpropFilter  nn.conv2d_backprop_input Conv2DBackpropInput
nn.conv2d_transpose conv2d_transpose  nn.conv3d Conv3D  nn.conv3d_backprop_filter
Conv3DBackpropFilterV2  nn.conv3d_backprop_filter_v2 Conv3DBackpropFilterV2  nn.conv3d_transpose
conv3d_transpose  nn.conv_transpose conv_transpose  nn.crelu CRelu  nn.ctc_loss_v2 ctc_loss_dense
nn.ctc_unique_labels ctc_unique_labels  nn.depth_to_space DepthToSpace  nn.depthwise_conv2d
depthwise  nn.depthwise_conv2d_backprop_filter DepthwiseConv2dNativeBackpropFilter
nn.depthwise_conv2d_backprop_input DepthwiseConv2dNativeBackpropInput  nn.depthwise_conv2d_native
DepthwiseConv2dNative  nn.depthwise_conv2d_native_backprop_filter
DepthwiseConv2dNativeBackpropFilter  nn.depthwise_conv2d_native_backprop_input
DepthwiseConv2dNativeBackpropInput  nn.dilation2d Dilation2D  nn.dropout dropout  nn.elu Elu
nn.embedding_lookup embedding_lookup  nn.embedding_lookup_sparse embedding_lookup_sparse
nn.erosion2d erosion2d  nn.fixed_unigram_candidate_sampler FixedUnigramCandidateSampler
nn.fractional_avg_pool FractionalAvgPool  nn.fractional_max_pool FractionalMaxPool
nn.fused_batch_norm FusedBatchNormV3  nn.in_top_k in_top_k  nn.l2_loss L2Loss  nn.l2_normalize
l2_normalize  nn.leaky_relu LeakyRelu  nn.learned_unigram_candidate_sampler
LearnedUnigramCandidateSampler  nn.local_response_normalization LRN  nn.log_poisson_loss
log_poisson_loss  nn.log_softmax transpose  nn.log_uniform_candidate_sampler
LogUniformCandidateSampler  nn.lrn LRN  nn.max_pool MaxPool  nn.max_pool1d MaxPool1d  nn.max_pool2d
MaxPool2d  nn.max_pool3d MaxPool3D  nn.max_pool_with_argmax MaxPoolWithArgmax  nn.moments moments
nn.nce_loss nce_loss  nn.normalize_moments normalize  nn.quantized_avg_pool QuantizedAvgPool
nn.quantized_conv2d QuantizedConv2D  nn.quantized_max_pool QuantizedMaxPool  nn.quantized_relu_x
QuantizedReluX  nn.relu Relu  nn.relu6 Relu6  nn.relu_layer relu_layer
nn.safe_embedding_lookup_sparse embedding_lookup  nn.sampled_softmax_loss sampled_softmax_loss
nn.selu Selu  nn.separable_conv2d separable_conv2d  nn.sigmoid Sigmoid
nn.sigmoid_cross_entropy_with_logits logistic_loss  nn.softmax transpose
nn.softmax_cross_entropy_with_logits softmax_cross_entropy_with_logits_sg
nn.softmax_cross_entropy_with_logits_v2 softmax_cross_entropy_with_logits  nn.softplus Softplus
nn.softsign Softsign  nn.space_to_batch SpaceToBatchND  nn.space_to_depth SpaceToDepth
nn.sparse_softmax_cross_entropy_with_logits SparseSoftmaxCrossEntropyWithLogits
nn.sufficient_statistics sufficient_statistics  nn.tanh Tanh  nn.top_k TopKV2
nn.uniform_candidate_sampler UniformCandidateSampler  nn.weighted_cross_entropy_with_logits
logistic_loss  nn.weighted_moments weighted_moments  nn.xw_plus_b xw_plus_b  nn.zero_fraction
zero_fraction  no_op NoOp  norm norm  not_equal NotEqual  numpy_function EagerPyFunc  one_hot
one_hot  ones ones  ones_like ones_like  pad Pad  parallel_stack parallel_stack  parse_example
ParseExample  parse_single_example ParseSingleExample  parse_single_sequence_example
ParseSingleSequenceExample  parse_tensor ParseTensor  placeholder Placeholder
placeholder_with_default PlaceholderWithDefault  polygamma Polygamma  pow Pow  py_func EagerPyFunc
py_function EagerPyFunc  qr Qr  quantization.dequantize Dequantize
quantization.fake_quant_with_min_max_args FakeQuantWithMinMaxArgs
quantization.fake_quant_with_min_max_args_gradient FakeQuantWithMinMaxArgsGradient
quantization.fake_quant_with_min_max_vars FakeQuantWithMinMaxVars
quantization.fake_quant_with_min_max_vars_gradient FakeQuantWithMinMaxVarsGradient
quantization.fake_quant_with_min_max_vars_per_channel FakeQuantWithMinMaxVarsPerChannel
quantization.fake_quant_with_min_max_vars_per_channel_gradient
FakeQuantWithMinMaxVarsPerChannelGradient  quantization.quantize QuantizeV2
quantization.quantize_and_dequantize QuantizeAndDequantizeV2  quantization.quantized_concat
QuantizedConcat  quantize QuantizeV2  quantize_v2 QuantizeV2  quantized_concat QuantizedConcat
ragged.boolean_mask RaggedMask  ragged.constant RaggedConstant  ragged.placeholder RaggedPlaceholder
ragged.range RaggedRange  ragged.row_splits_to_segment_ids RaggedSplitsToSegmentIds
ragged.segment_ids_to_row_splits SegmentIdsToRaggedSplits  ragged.stack RaggedConcat
ragged.stack_dynamic_partitions SegmentStack  random.all_candidate_sampler AllCandidateSampler
random.categorical categorical  random.fixed_unigram_candidate_sampler FixedUnigramCandidateSampler
random.gamma random_gamma  random.learned_unigram_candidate_sampler LearnedUnigramCandidateSampler
random.log_uniform_candidate_sampler LogUniformCandidateSampler  random.multinomial multinomial
random.normal random_normal  random.poisson random_poisson  random.shuffle RandomShuffle
random.stateless_categorical stateless_categorical  random.stateless_multinomial
stateless_multinomial  random.stateless_normal stateless_random_normal
random.stateless_truncated_normal stateless_truncated_normal  random.stateless_uniform
stateless_random_uniform  random.truncated_normal truncated_normal  random.uniform random_uniform
random.uniform_candidate_sampler UniformCandidateSampler  random_crop random_crop  random_gamma
random_gamma  random_normal random_normal  random_poisson random_poisson  random_shuffle
RandomShuffle  random_uniform random_uniform  range range  rank Rank  read_file ReadFile  real Real
realdiv RealDiv  reciprocal Reciprocal  reduce_all All  reduce_any Any  reduce_join ReduceJoin
reduce_logsumexp ReduceLogSumExp  reduce_max Max  reduce_mean Mean  reduce_min Min  reduce_prod Prod
reduce_sum Sum  regex_replace StaticRegexReplace  repeat Repeat  report_uninitialized_variables
report_uninitialized_variables  required_space_to_batch_paddings required_space_to_batch_paddings
reshape Reshape  reverse ReverseV2  reverse_sequence ReverseSequence  reverse_v2 ReverseV2  rint
Rint  roll Roll  round Round  rsqrt Rsqrt  saturate_cast saturate_cast  scalar_mul Mul  scan scan
scatter_add ScatterAdd  scatter_div ScatterDiv  scatter_max ScatterMax  scatter_min ScatterMin
scatter_mul ScatterMul  scatter_nd ScatterNd  scatter_nd_add ScatterNdAdd  scatter_nd_sub
ScatterNdSub  scatter_nd_update ScatterNdUpdate  scatter_sub ScatterSub  scatter_update
ScatterUpdate  searchsorted UpperBound  segment_max SegmentMax  segment_mean SegmentMean
segment_min SegmentMin  segment_prod SegmentProd  segment_sum SegmentSum  self_adjoint_eig
SelfAdjointEigV2  self_adjoint_eigvals SelfAdjointEigV2  sequence_mask SequenceMask
serialize_many_sparse SerializeManySparse  serialize_sparse SerializeSparse  serialize_tensor
SerializeTensor  setdiff1d ListDiff  shape Shape  shape_n ShapeN  sigmoid Sigmoid  sign Sign
signal.dct dct  signal.fft FFT  signal.fft2d FFT2D  signal.fft3d FFT3D  signal.fftshift fftshift
signal.frame frame  signal.idct dct  signal.ifft IFFT  signal.ifft2d IFFT2D  signal.ifft3d IFFT3D
signal.ifftshift ifftshift  signal.inverse_stft inverse_stft  signal.inverse_stft_window_fn
inverse_stft_window_fn  signal.linear_to_mel_weight_matrix linear_to_mel_weight_matrix
signal.mfccs_from_log_mel_spectrograms mfccs_from_log_mel_spectrograms  signal.overlap_and_add
overlap_and_add  signal.stft stft  sin Sin  sinh Sinh  size Size  slice Slice  sort sort
space_to_batch SpaceToBatchND  space_to_batch_nd SpaceToBatchND  space_to_depth SpaceToDepth
sparse.concat SparseConcat  sparse.cross SparseCross  sparse.cross_hashed SparseCross
sparse.expand_dims expand_dims  sparse.eye eye  sparse.fill_empty_rows SparseFillEmptyRows
sparse.from_dense dense_to_sparse  sparse.mask sparse_mask  sparse.matmul SparseTensorDenseMatMul
sparse.maximum SparseSparseMaximum  sparse.merge SparseMerge  sparse.minimum SparseSparseMinimum
sparse.reorder SparseReorder  sparse.reshape SparseReshape  sparse.segment_mean
SparseSegmentMeanWithNumSegments  sparse.segment_sqrt_n SparseSegmentSqrtNWithNumSegments
sparse.segment_sum SparseSegmentSumWithNumSegments  sparse.slice SparseSlice  sparse.softmax
SparseSoftmax  sparse.sparse_dense_matmul SparseTensorDenseMatMul  sparse.split SparseSplit
sparse.to_dense SparseToDense  sparse.to_indicator SparseToIndicator  sparse.transpose
SparseTranspose  sparse_concat SparseConcat  sparse_fill_empty_rows SparseFillEmptyRows  sparse_mask
sparse_mask  sparse_matmul SparseMatMul  sparse_maximum SparseSparseMaximum  sparse_merge
SparseMerge  sparse_minimum SparseSparseMinimum  sparse_reorder SparseReorder  sparse_reshape
SparseReshape  sparse_segment_mean SparseSegmentMeanWithNumSegments  sparse_segment_sqrt_n
SparseSegmentSqrtNWithNumSegments  sparse_segment_sum SparseSegmentSumWithNumSegments  sparse_slice
SparseSlice  sparse_softmax SparseSoftmax  sparse_split SparseSplit  sparse_tensor_dense_matmul
SparseTensorDenseMatMul  sparse_tensor_to_dense SparseToDense  sparse_to_dense SparseToDense
sparse_to_indicator SparseToIndicator  sparse_transpose SparseTranspose  spectral.dct dct
spectral.fft FFT  spectral.fft2d FFT2D  spectral.fft3d FFT3D  spectral.idct dct  spectral.ifft IFFT
spectral.ifft2d IFFT2D  spectral.ifft3d IFFT3D  split split  sqrt Sqrt  square Square
squared_difference SquaredDifference  squeeze Squeeze  stack stack  stop_gradient StopGradient
strided_slice StridedSlice  string_join StringJoin  string_split StringSplit  string_strip
StringStrip  string_to_hash_bucket StringToHashBucket  string_to_hash_bucket_fast
StringToHashBucketFast  string_to_hash_bucket_strong StringToHashBucketStrong  string_to_number
StringToNumber  strings.as_string AsString  strings.bytes_split StringsByteSplit  strings.format
StringFormat  strings.join StringJoin  strings.length StringLength  strings.lower StringLower
strings.ngrams StringNGrams  strings.reduce_join ReduceJoin  strings.regex_full_match RegexFullMatch
strings.regex_replace StaticRegexReplace  strings.split StringSplit  strings.strip StringStrip
strings.substr Substr  strings.to_hash_bucket StringToHashBucket  strings.to_hash_bucket_fast
StringToHashBucketFast  strings.to_hash_bucket_strong StringToHashBucketStrong  strings.to_number
StringToNumber  strings.unicode_decode UnicodeDecode  strings.unicode_decode_with_offsets
UnicodeDecodeWithOffsets  strings.unicode_encode UnicodeEncode  strings.unicode_script UnicodeScript
strings.unicode_split UnicodeSplit  strings.unicode_split_with_offsets UnicodeSplitWithOffsets
strings.unicode_transcode UnicodeTranscode  strings.unsorted_segment_join UnsortedSegmentJoin
strings.upper StringUpper  substr Substr  subtract Sub  summary.audio AudioSummaryV2
summary.histogram HistogramSummary  summary.image ImageSummary  summary.merge Merge
summary.merge_all Merge  summary.scalar ScalarSummary  summary.tensor_summary TensorSummaryV2
summary.text TensorSummaryV2  svd Svd  switch_case switch_case  tables_initializer init_all_tables
tan Tan  tanh Tanh  tensor_scatter_add TensorScatterAdd  tensor_scatter_nd_add TensorScatterAdd
tensor_scatter_nd_sub TensorScatterSub  tensor_scatter_nd_update TensorScatterUpdate
tensor_scatter_sub TensorScatterSub  tensor_scatter_update TensorScatterUpdate  tensordot Tensordot
tile Tile  timestamp Timestamp  to_bfloat16 ToBFloat16  to_complex128 ToComplex128  to_complex64
ToComplex64  to_double ToDouble  to_float ToFloat  to_int32 ToInt32  to_int64 ToInt64
tpu.cross_replica_sum CrossReplicaSum  trace Trace  train.batch batch  train.batch_join batch_join
train.input_producer input_producer  train.limit_epochs limit_epochs  train.match_filenames_once
matching_filenames  train.maybe_batch batch  train.maybe_batch_join batch_join
train.maybe_shuffle_batch shuffle_batch  train.maybe_shuffle_batch_join shuffle_batch_join
train.range_input_producer input_producer  train.sdca_fprint SdcaFprint  train.sdca_optimizer
SdcaOptimizer  train.sdca_shrink_l1 SdcaShrinkL1  train.shuffle_batch shuffle_batch
train.shuffle_batch_join shuffle_batch_join  train.slice_input_producer input_producer
train.string_input_producer input_producer  transpose transpose  truediv truediv  truncated_normal
truncated_normal  truncatediv TruncateDiv  truncatemod TruncateMod  tuple tuple  unique Unique
unique_with_counts UniqueWithCounts  unravel_index UnravelIndex  unsorted_segment_max
UnsortedSegmentMax  unsorted_segment_mean UnsortedSegmentMean  unsorted_segment_min
UnsortedSegmentMin  unsorted_segment_prod UnsortedSegmentProd  unsorted_segment_sqrt_n
UnsortedSegmentSqrtN  unsorted_segment_sum UnsortedSegmentSum  unstack unstack
variables_initializer init  verify_tensor_all_finite VerifyFinite  where Where  where_v2 Where
while_loop while  write_file WriteFile  zeros zeros  zeros_like zeros_like  zeta Zeta
"""

_WORDS = _PAIRS.split()
DEFAULT_NAMES = dict(zip(_WORDS[::2], _WORDS[1::2]))
