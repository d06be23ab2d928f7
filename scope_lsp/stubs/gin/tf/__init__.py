"""Of `gin.tf` nothing but that it knows TensorFlow's functions, which `gin` looks up itself."""

from _scope_lsp_host import unknown
from gin.tf import external_configurables


def __getattr__(name):
    return unknown("gin.tf." + name)
