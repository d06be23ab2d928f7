"""What of TensorFlow's public API asks for variables, by its paths below `tf`.

Of these a call that is not modelled may have made variables; of all other public names it has not.
The list is that of the functions and classes whose source, or what they call, asks for one.
"""

MAKERS = frozenset(
    """
    CriticalSection Variable VariableScope constant_initializer
    contrib.crf.CrfDecodeBackwardRnnCell contrib.crf.CrfDecodeForwardRnnCell
    contrib.crf.CrfForwardRnnCell contrib.crf.crf_decode contrib.crf.crf_log_likelihood
    contrib.crf.crf_log_norm contrib.crf.crf_multitag_sequence_score
    contrib.cudnn_rnn.CudnnCompatibleGRUCell contrib.cudnn_rnn.CudnnCompatibleLSTMCell
    contrib.cudnn_rnn.CudnnGRU contrib.cudnn_rnn.CudnnLSTM contrib.cudnn_rnn.CudnnRNNRelu
    contrib.cudnn_rnn.CudnnRNNTanh contrib.distributions.MultivariateNormalFullCovariance
    contrib.distributions.MultivariateNormalTriL contrib.distributions.moving_mean_variance
    contrib.framework.create_global_step contrib.framework.get_or_create_global_step
    contrib.framework.global_variable contrib.framework.init_from_checkpoint
    contrib.framework.local_variable contrib.framework.model_variable
    contrib.grid_rnn.Grid1BasicLSTMCell contrib.grid_rnn.Grid1BasicRNNCell
    contrib.grid_rnn.Grid1LSTMCell contrib.grid_rnn.Grid2BasicLSTMCell
    contrib.grid_rnn.Grid2BasicRNNCell contrib.grid_rnn.Grid2GRUCell
    contrib.grid_rnn.Grid2LSTMCell contrib.grid_rnn.Grid3LSTMCell contrib.grid_rnn.GridRNNCell
    contrib.layers.GDN contrib.layers.batch_norm contrib.layers.bias_add
    contrib.layers.bow_encoder contrib.layers.conv1d contrib.layers.conv2d
    contrib.layers.conv2d_in_plane contrib.layers.conv2d_transpose contrib.layers.conv3d
    contrib.layers.conv3d_transpose contrib.layers.convolution contrib.layers.convolution1d
    contrib.layers.convolution2d contrib.layers.convolution2d_in_plane
    contrib.layers.convolution2d_transpose contrib.layers.convolution3d
    contrib.layers.convolution3d_transpose contrib.layers.embed_sequence
    contrib.layers.embedding_column contrib.layers.fully_connected contrib.layers.gdn
    contrib.layers.group_norm contrib.layers.input_from_feature_columns
    contrib.layers.instance_norm contrib.layers.joint_weighted_sum_from_feature_columns
    contrib.layers.layer_norm contrib.layers.legacy_fully_connected
    contrib.layers.multi_class_target contrib.layers.optimize_loss
    contrib.layers.regression_target contrib.layers.safe_embedding_lookup_sparse
    contrib.layers.scattered_embedding_column contrib.layers.separable_conv2d
    contrib.layers.separable_convolution2d contrib.layers.sequence_input_from_feature_columns
    contrib.layers.shared_embedding_columns contrib.layers.spatial_softmax contrib.layers.stack
    contrib.layers.weighted_sum_from_feature_columns contrib.legacy_seq2seq.attention_decoder
    contrib.legacy_seq2seq.embedding_attention_decoder
    contrib.legacy_seq2seq.embedding_attention_seq2seq
    contrib.legacy_seq2seq.embedding_rnn_decoder contrib.legacy_seq2seq.embedding_rnn_seq2seq
    contrib.legacy_seq2seq.embedding_tied_rnn_seq2seq contrib.legacy_seq2seq.one2many_rnn_seq2seq
    contrib.metrics.auc_using_histogram contrib.metrics.auc_with_confidence_intervals
    contrib.metrics.cohen_kappa contrib.metrics.count contrib.metrics.f1_score
    contrib.metrics.precision_at_recall contrib.metrics.precision_recall_at_equal_thresholds
    contrib.metrics.recall_at_precision contrib.metrics.sparse_recall_at_top_k
    contrib.metrics.streaming_accuracy contrib.metrics.streaming_auc
    contrib.metrics.streaming_concat contrib.metrics.streaming_covariance
    contrib.metrics.streaming_curve_points contrib.metrics.streaming_dynamic_auc
    contrib.metrics.streaming_false_negative_rate
    contrib.metrics.streaming_false_negative_rate_at_thresholds
    contrib.metrics.streaming_false_negatives
    contrib.metrics.streaming_false_negatives_at_thresholds
    contrib.metrics.streaming_false_positive_rate
    contrib.metrics.streaming_false_positive_rate_at_thresholds
    contrib.metrics.streaming_false_positives
    contrib.metrics.streaming_false_positives_at_thresholds contrib.metrics.streaming_mean
    contrib.metrics.streaming_mean_absolute_error contrib.metrics.streaming_mean_cosine_distance
    contrib.metrics.streaming_mean_iou contrib.metrics.streaming_mean_relative_error
    contrib.metrics.streaming_mean_squared_error contrib.metrics.streaming_mean_tensor
    contrib.metrics.streaming_pearson_correlation contrib.metrics.streaming_percentage_less
    contrib.metrics.streaming_precision contrib.metrics.streaming_precision_at_thresholds
    contrib.metrics.streaming_recall contrib.metrics.streaming_recall_at_k
    contrib.metrics.streaming_recall_at_thresholds
    contrib.metrics.streaming_root_mean_squared_error
    contrib.metrics.streaming_sensitivity_at_specificity
    contrib.metrics.streaming_sparse_average_precision_at_k
    contrib.metrics.streaming_sparse_average_precision_at_top_k
    contrib.metrics.streaming_sparse_precision_at_k
    contrib.metrics.streaming_sparse_precision_at_top_k
    contrib.metrics.streaming_sparse_recall_at_k
    contrib.metrics.streaming_specificity_at_sensitivity contrib.metrics.streaming_true_negatives
    contrib.metrics.streaming_true_negatives_at_thresholds
    contrib.metrics.streaming_true_positives
    contrib.metrics.streaming_true_positives_at_thresholds contrib.opt.AGNOptimizer
    contrib.opt.AdaMaxOptimizer contrib.opt.AdamGSOptimizer contrib.opt.AdamWOptimizer
    contrib.opt.AddSignOptimizer contrib.opt.DecoupledWeightDecayExtension
    contrib.opt.DropStaleGradientOptimizer contrib.opt.ElasticAverageCustomGetter
    contrib.opt.ElasticAverageOptimizer contrib.opt.GGTOptimizer contrib.opt.LARSOptimizer
    contrib.opt.LazyAdamGSOptimizer contrib.opt.LazyAdamOptimizer
    contrib.opt.ModelAverageCustomGetter contrib.opt.ModelAverageOptimizer
    contrib.opt.MomentumWOptimizer contrib.opt.MovingAverageOptimizer contrib.opt.NadamOptimizer
    contrib.opt.PowerSignOptimizer contrib.opt.RegAdagradOptimizer contrib.opt.ShampooOptimizer
    contrib.rnn.AttentionCellWrapper contrib.rnn.BasicLSTMCell contrib.rnn.BasicRNNCell
    contrib.rnn.BidirectionalGridLSTMCell contrib.rnn.CompiledWrapper contrib.rnn.Conv1DLSTMCell
    contrib.rnn.Conv2DLSTMCell contrib.rnn.Conv3DLSTMCell contrib.rnn.ConvLSTMCell
    contrib.rnn.CoupledInputForgetGateLSTMCell contrib.rnn.DeviceWrapper
    contrib.rnn.DropoutWrapper contrib.rnn.EmbeddingWrapper contrib.rnn.GLSTMCell
    contrib.rnn.GRUBlockCell contrib.rnn.GRUBlockCellV2 contrib.rnn.GRUCell
    contrib.rnn.GridLSTMCell contrib.rnn.HighwayWrapper contrib.rnn.IndRNNCell
    contrib.rnn.IndyGRUCell contrib.rnn.IndyLSTMCell contrib.rnn.InputProjectionWrapper
    contrib.rnn.IntersectionRNNCell contrib.rnn.LSTMBlockCell contrib.rnn.LSTMBlockFusedCell
    contrib.rnn.LSTMCell contrib.rnn.LayerNormBasicLSTMCell contrib.rnn.LayerRNNCell
    contrib.rnn.MultiRNNCell contrib.rnn.NASCell contrib.rnn.OutputProjectionWrapper
    contrib.rnn.PhasedLSTMCell contrib.rnn.RNNCell contrib.rnn.ResidualWrapper
    contrib.rnn.SRUCell contrib.rnn.TimeFreqLSTMCell contrib.rnn.UGRNNCell
    contrib.seq2seq.AttentionWrapper contrib.seq2seq.BahdanauAttention
    contrib.seq2seq.BahdanauMonotonicAttention contrib.seq2seq.LuongAttention
    contrib.seq2seq.LuongMonotonicAttention contrib.slim.GDN contrib.slim.adaptive_clipping_fn
    contrib.slim.batch_norm contrib.slim.bias_add contrib.slim.binary_svm_target
    contrib.slim.bow_encoder contrib.slim.conv1d contrib.slim.conv2d contrib.slim.conv2d_in_plane
    contrib.slim.conv2d_transpose contrib.slim.conv3d contrib.slim.conv3d_transpose
    contrib.slim.convolution contrib.slim.convolution1d contrib.slim.convolution2d
    contrib.slim.convolution2d_in_plane contrib.slim.convolution2d_transpose
    contrib.slim.convolution3d contrib.slim.convolution3d_transpose
    contrib.slim.create_global_step contrib.slim.embed_sequence contrib.slim.embedding_column
    contrib.slim.fully_connected contrib.slim.gdn contrib.slim.get_or_create_global_step
    contrib.slim.global_variable contrib.slim.group_norm contrib.slim.input_from_feature_columns
    contrib.slim.instance_norm contrib.slim.joint_weighted_sum_from_feature_columns
    contrib.slim.layer_norm contrib.slim.legacy_fully_connected contrib.slim.local_variable
    contrib.slim.model_variable contrib.slim.multi_class_target contrib.slim.optimize_loss
    contrib.slim.regression_target contrib.slim.safe_embedding_lookup_sparse
    contrib.slim.scattered_embedding_column contrib.slim.separable_conv2d
    contrib.slim.separable_convolution2d contrib.slim.sequence_input_from_feature_columns
    contrib.slim.shared_embedding_columns contrib.slim.spatial_softmax contrib.slim.stack
    contrib.slim.weighted_sum_from_feature_columns contrib.training.SummaryAtEndHook
    contrib.training.create_train_op contrib.training.evaluate_once
    contrib.training.evaluate_repeatedly contrib.training.get_or_create_eval_step
    contrib.training.stratified_sample contrib.training.weighted_resample
    estimator.BaselineClassifier estimator.BaselineEstimator estimator.BaselineRegressor
    estimator.BoostedTreesClassifier estimator.BoostedTreesEstimator
    estimator.BoostedTreesRegressor estimator.DNNClassifier estimator.DNNEstimator
    estimator.DNNLinearCombinedClassifier estimator.DNNLinearCombinedEstimator
    estimator.DNNLinearCombinedRegressor estimator.DNNRegressor estimator.Estimator
    estimator.LinearClassifier estimator.LinearEstimator estimator.LinearRegressor
    estimator.add_metrics estimator.experimental.KMeans estimator.experimental.LinearSDCA
    estimator.experimental.dnn_logit_fn_builder estimator.experimental.linear_logit_fn_builder
    estimator.experimental.make_early_stopping_hook estimator.tpu.TPUEstimator
    feature_column.bucketized_column feature_column.categorical_column_with_hash_bucket
    feature_column.categorical_column_with_identity
    feature_column.categorical_column_with_vocabulary_file
    feature_column.categorical_column_with_vocabulary_list feature_column.crossed_column
    feature_column.embedding_column feature_column.indicator_column feature_column.input_layer
    feature_column.linear_model feature_column.sequence_categorical_column_with_hash_bucket
    feature_column.sequence_categorical_column_with_identity
    feature_column.sequence_categorical_column_with_vocabulary_file
    feature_column.sequence_categorical_column_with_vocabulary_list
    feature_column.sequence_numeric_column feature_column.shared_embedding_columns
    feature_column.weighted_categorical_column get_local_variable get_variable global_variables
    initializers.constant io.match_filenames_once keras.callbacks.TensorBoard
    keras.experimental.LinearModel keras.experimental.PeepholeLSTMCell
    keras.experimental.SequenceFeatures keras.initializers.Constant keras.initializers.constant
    keras.layers.AbstractRNNCell keras.layers.AdditiveAttention keras.layers.Attention
    keras.layers.BatchNormalization keras.layers.Conv1D keras.layers.Conv2D
    keras.layers.Conv2DTranspose keras.layers.Conv3D keras.layers.Conv3DTranspose
    keras.layers.ConvLSTM2D keras.layers.Convolution1D keras.layers.Convolution2D
    keras.layers.Convolution2DTranspose keras.layers.Convolution3D
    keras.layers.Convolution3DTranspose keras.layers.Cropping2D keras.layers.CuDNNGRU
    keras.layers.CuDNNLSTM keras.layers.Dense keras.layers.DenseFeatures
    keras.layers.DepthwiseConv2D keras.layers.Embedding keras.layers.GRU keras.layers.GRUCell
    keras.layers.LSTM keras.layers.LSTMCell keras.layers.LayerNormalization
    keras.layers.LocallyConnected1D keras.layers.LocallyConnected2D keras.layers.PReLU
    keras.layers.RNN keras.layers.RepeatVector keras.layers.SeparableConv1D
    keras.layers.SeparableConv2D keras.layers.SeparableConvolution1D
    keras.layers.SeparableConvolution2D keras.layers.SimpleRNN keras.layers.SimpleRNNCell
    keras.layers.StackedRNNCells keras.metrics.AUC keras.metrics.Accuracy
    keras.metrics.BinaryAccuracy keras.metrics.BinaryCrossentropy
    keras.metrics.CategoricalAccuracy keras.metrics.CategoricalCrossentropy
    keras.metrics.CategoricalHinge keras.metrics.CosineSimilarity keras.metrics.FalseNegatives
    keras.metrics.FalsePositives keras.metrics.Hinge keras.metrics.KLDivergence
    keras.metrics.LogCoshError keras.metrics.Mean keras.metrics.MeanAbsoluteError
    keras.metrics.MeanAbsolutePercentageError keras.metrics.MeanIoU
    keras.metrics.MeanRelativeError keras.metrics.MeanSquaredError
    keras.metrics.MeanSquaredLogarithmicError keras.metrics.MeanTensor keras.metrics.Metric
    keras.metrics.Poisson keras.metrics.Precision keras.metrics.Recall
    keras.metrics.RootMeanSquaredError keras.metrics.SensitivityAtSpecificity
    keras.metrics.SparseCategoricalAccuracy keras.metrics.SparseCategoricalCrossentropy
    keras.metrics.SparseTopKCategoricalAccuracy keras.metrics.SpecificityAtSensitivity
    keras.metrics.SquaredHinge keras.metrics.Sum keras.metrics.TopKCategoricalAccuracy
    keras.metrics.TrueNegatives keras.metrics.TruePositives
    keras.mixed_precision.experimental.LossScaleOptimizer
    keras.mixed_precision.experimental.Policy keras.optimizers.Adadelta keras.optimizers.Adagrad
    keras.optimizers.Adam keras.optimizers.Adamax keras.optimizers.Ftrl keras.optimizers.Nadam
    keras.optimizers.Optimizer keras.optimizers.RMSprop keras.optimizers.SGD
    layers.BatchNormalization layers.Conv1D layers.Conv2D layers.Conv2DTranspose layers.Conv3D
    layers.Conv3DTranspose layers.Dense layers.SeparableConv1D layers.SeparableConv2D
    layers.batch_normalization layers.conv1d layers.conv2d layers.conv2d_transpose layers.conv3d
    layers.conv3d_transpose layers.dense layers.separable_conv1d layers.separable_conv2d
    local_variables make_template metrics.accuracy metrics.auc metrics.average_precision_at_k
    metrics.false_negatives metrics.false_negatives_at_thresholds metrics.false_positives
    metrics.false_positives_at_thresholds metrics.mean metrics.mean_absolute_error
    metrics.mean_cosine_distance metrics.mean_iou metrics.mean_per_class_accuracy
    metrics.mean_relative_error metrics.mean_squared_error metrics.mean_tensor
    metrics.percentage_below metrics.precision metrics.precision_at_k
    metrics.precision_at_thresholds metrics.precision_at_top_k metrics.recall metrics.recall_at_k
    metrics.recall_at_thresholds metrics.recall_at_top_k metrics.root_mean_squared_error
    metrics.sensitivity_at_specificity metrics.sparse_average_precision_at_k
    metrics.sparse_precision_at_k metrics.specificity_at_sensitivity metrics.true_negatives
    metrics.true_negatives_at_thresholds metrics.true_positives
    metrics.true_positives_at_thresholds nn.embedding_lookup nn.rnn_cell.BasicLSTMCell
    nn.rnn_cell.BasicRNNCell nn.rnn_cell.DeviceWrapper nn.rnn_cell.DropoutWrapper
    nn.rnn_cell.GRUCell nn.rnn_cell.LSTMCell nn.rnn_cell.MultiRNNCell nn.rnn_cell.RNNCell
    nn.rnn_cell.ResidualWrapper nn.safe_embedding_lookup_sparse train.AdadeltaOptimizer
    train.AdagradDAOptimizer train.AdagradOptimizer train.AdamOptimizer train.Checkpoint
    train.ExponentialMovingAverage train.FtrlOptimizer train.MomentumOptimizer
    train.ProximalAdagradOptimizer train.RMSPropOptimizer train.SyncReplicasOptimizer
    train.create_global_step train.get_or_create_global_step train.init_from_checkpoint
    train.input_producer train.limit_epochs train.match_filenames_once train.range_input_producer
    train.slice_input_producer train.string_input_producer train.warm_start variable_scope
    """.split()
)
