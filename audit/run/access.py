"""Where a platform is asked and as whom, from an [[account]] block and the environment."""

from collections.abc import Mapping

from audit.config_account import AccountSection
from connectors.lookup import Access


def without_credential(block: AccountSection, variables: Mapping[str, str]) -> str:
    """Say why the environment gives no credential that the block names; empty where all is well."""
    if not block.token_env:
        return ""
    token = variables.get(block.token_env, "").strip()
    if not token:
        return f"the environment variable {block.token_env} is not set"
    if not (token.isascii() and token.isprintable() and " " not in token):
        return f"the environment variable {block.token_env} holds no credential"
    return ""


def access_of(block: AccountSection, variables: Mapping[str, str]) -> Access:
    """Give the addresses and the credential of a block that lacks none."""
    return Access(
        address=block.base_url.rstrip("/"),
        token=variables[block.token_env].strip() if block.token_env else "",
        appview=block.appview_url.rstrip("/"),
        plc=block.plc_url.rstrip("/"),
        government_use_agreed=block.government_use_agreed,
    )
