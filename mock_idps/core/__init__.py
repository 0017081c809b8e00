"""The protocol, once: directory, keys, sessions, authorization, token and userinfo for every vendor.

Knows nothing of any vendor: a vendor brings its data, its errors, its pages and the order of its checks.
"""
