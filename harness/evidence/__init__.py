"""What a customer sends: a HAR, a pasted address, an error text, a token or claims, the settings they typed.

Owns reading it, whatever it is and however broken. Nothing read here is written anywhere or sent anywhere: what leaves this room
are facts in a closed vocabulary (which IdP, which hop, which shape), never a name, an address or a secret of the input.
"""
