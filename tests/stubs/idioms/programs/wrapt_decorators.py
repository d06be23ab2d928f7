"""Decorators made by wrapt know the instance that they are called on."""
import wrapt
import tensorflow as tf
@wrapt.decorator
def deco(wrapped, instance, args, kwargs):
    return (instance if not isinstance(instance,type) else instance.__name__, wrapped(*args, **kwargs))
@deco
def f(a,b=1): return a+b
class C:
    @deco
    def m(self, x): return x
    @deco
    @classmethod
    def cm(cls, x): return x
    @deco
    @staticmethod
    def sm(x): return x
    @classmethod
    @deco
    def dm(cls,x): return x
@deco
class D:
    def __init__(self,x): self.x=x
tf.get_variable("n_%s_%s" % f(1), [1])
c=C()
for r in (c.m(1)[1], c.m(1)[0] is c, C.m(c,2)[0] is c, C.cm(3), c.cm(3), C.sm(4), c.sm(5), C.dm(6)[1], D(1)[1].x, f.__name__):
    tf.Variable(1., name=("r"+str(r)).replace("(","").replace(")","").replace("'","").replace(",","").replace(" ","_"))
