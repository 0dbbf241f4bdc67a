"""Full addresses of records on the published site, for what is read outside of it."""

from dataclasses import dataclass

from explainer.model.paths import Address


@dataclass(frozen=True, slots=True)
class Addresses:
    site: str
    """Where the site is published, with a slash at its end; empty where nobody knows yet."""
    has_folders: bool = True
    """Whether a page is published as a folder (`glossary/`), which is what MkDocs does unless told otherwise."""

    def of(self, address: Address | None) -> str | None:
        """The address of a record; None where the site has none."""
        return None if address is None or not self.site else self.of_any(address)

    def of_any(self, address: Address) -> str:
        """The same; below the site where nobody knows the site's own address."""
        name = address.page.removesuffix(".md")
        is_index = name == "index" or name.endswith("/index")
        page = f"{name}.html"
        if self.has_folders:
            page = name.removesuffix("index") if is_index else f"{name}/"
        return f"{self.site}{page}" + (f"#{address.fragment}" if address.fragment else "")
