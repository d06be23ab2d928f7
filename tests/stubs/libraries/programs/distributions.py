"""Distributions: shapes of what their methods give, and which variables a loss on them reaches."""

import tensorflow as tf

ds = tf.contrib.distributions


def tell(label, *tensors):
    for i, x in enumerate(tensors):
        dims = x.shape.as_list()
        tf.get_variable("%s_%d_%s" % (label, i, x.dtype.base_dtype.name), [d or 99 for d in dims])


with tf.variable_scope("given"):
    loc = tf.get_variable("loc", [4, 3])
    scale = tf.get_variable("scale", [3])
    logits = tf.get_variable("logits", [4, 5])
    rows = tf.placeholder(tf.float32, [None, 5])


def each(label, d, value, has_mean=True):
    tell(label, d.sample(), d.sample(7), d.sample([2, 3]), d.log_prob(value))
    if has_mean:
        tell(label + "_mean", d.mean())
    tf.get_variable(label + "/batch", d.batch_shape.as_list() + [1])
    tf.get_variable(label + "/event", d.event_shape.as_list() + [1])


each("normal", tf.distributions.Normal(loc, scale), loc)
each("scalar", tf.distributions.Normal(0.0, 1.0), 0.5)
each("laplace", tf.distributions.Laplace(loc=loc, scale=1.0), 0.5)
each("uniform", tf.distributions.Uniform(high=scale), loc)
each("gamma", tf.distributions.Gamma(scale, 2.0), scale)
each("beta", tf.distributions.Beta(scale, scale), scale)
each("student", tf.distributions.StudentT(3.0, loc, scale), loc)
each("exponential", tf.distributions.Exponential(rate=scale), 1.0)
each("bernoulli", tf.distributions.Bernoulli(logits=logits), tf.ones([4, 5], tf.int32))
each("multinomial", tf.distributions.Multinomial(4.0, probs=logits), logits)
each("dirichlet", tf.distributions.Dirichlet(logits), logits)
each("compound", tf.distributions.DirichletMultinomial(4.0, logits), logits)
each("logistic", ds.Logistic(loc, scale), loc)
each("poisson", ds.Poisson(scale), scale)
each("one_hot", ds.OneHotCategorical(logits=logits), tf.ones([4, 5], tf.int32), False)
each("relaxed", ds.RelaxedOneHotCategorical(0.5, logits=logits), logits, False)
each("diagonal", ds.MultivariateNormalDiag(loc, scale), loc)
each("identity", ds.MultivariateNormalDiag(loc, scale_identity_multiplier=2.0), loc)

choice = tf.distributions.Categorical(logits=logits)
tell("choice", choice.sample(), choice.sample(3), choice.log_prob([1, 2, 3, 0]), choice.entropy())
tell("choice_probs", choice.probs, choice.logits, choice.mode())
narrow = ds.Categorical(probs=logits, dtype=tf.int64)
tell("narrow", narrow.sample(), narrow.prob(tf.ones([4], tf.int64)))
open_ = tf.distributions.Normal(rows, 1.0)
tell("open", open_.sample(), open_.sample(2), open_.stddev(), open_.cdf(0.0), open_.entropy())
tell("against", tf.distributions.kl_divergence(tf.distributions.Normal(loc, scale), tf.distributions.Normal(0.0, 1.0)))
tell("method", open_.kl_divergence(tf.distributions.Normal(0.0, 1.0)), open_.cross_entropy(open_))

with tf.variable_scope("policy"):
    x = tf.layers.dense(rows, 3, name="shared")
    mu = tf.layers.dense(x, 2, name="mu")
    sigma = tf.layers.dense(x, 2, tf.nn.softplus, name="sigma")
    pi = tf.distributions.Normal(mu, sigma)
    old = tf.distributions.Normal(tf.layers.dense(rows, 2, name="old", trainable=False), 1.0)
    action = tf.squeeze(pi.sample(1), axis=0)
    scores = tf.layers.dense(rows, 4, name="scores")
    pick = tf.distributions.Categorical(logits=scores)
train = tf.train.MomentumOptimizer(0.1, 0.9)
with tf.variable_scope("ratio"):
    train.minimize(tf.reduce_mean(pi.prob(action) / old.prob(action)))
with tf.variable_scope("pick"):
    tf.train.MomentumOptimizer(0.1, 0.9).minimize(-tf.reduce_mean(pick.log_prob(pick.sample())))
with tf.variable_scope("kl"):
    tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_mean(pi.kl_divergence(old)))
with tf.variable_scope("normal"):
    with tf.name_scope("Normal"):
        tf.Variable(1.0, name="named")
    tf.Variable(1.0, name="Categorical")
