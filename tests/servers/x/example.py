"""A made-up agency on the fake of X: every kind of act, and accounts and posts that are gone."""

from tests.servers.x.credential import Credential
from tests.servers.x.fake import X
from tests.servers.x.world import Account, Post, World, post_id

TOKEN = "planted-user-token"  # noqa: S105 - planted to be looked for
APP_TOKEN = "planted-app-token"  # noqa: S105 - planted to be looked for
OTHER_TOKEN = "planted-other-token"  # noqa: S105 - planted to be looked for
FOUR = ("planted-key", "planted-secret", "42-planted-access", "planted-access-secret")
US, OTHER = "42", "43"
RIMU, KAURI, NIKAU, TOTARA, MATAI = "101", "102", "103", "104", "105"


def agency(follows: int = 0, likes: int = 0, posts: int = 0) -> World:
    """Make the agency, the accounts around it, and as many plain acts more as are wanted."""
    world = World()
    world.add(
        Account(US, "Example_Agency", "Example Agency", kind="government"),
        Account(OTHER, "other_agency", "Other Agency"),
        Account(RIMU, "rimu_tauira", "Rimu & co", site="https://rimu.example", followers=1_200),
        Account(KAURI, "kauri_tauira", "Kauri", "suspended"),
        Account(NIKAU, "nikau_tauira", "Nīkau", "protected"),
        Account(TOTARA, "totara_tauira", "Tōtara", "deleted"),
        Account(MATAI, "matai_tauira", "Mataī", kind="blue"),
    )
    more = [Account(str(1000 + n), f"person_{n}") for n in range(follows)]
    world.add(*more)
    world.follows[US] = [MATAI, NIKAU, KAURI, TOTARA, RIMU, *(one.id for one in more)]
    _others(world)
    _ours(world)
    liked = [Post(post_id(2000 + n), MATAI, f"Post {n}") for n in range(likes)]
    world.write(*liked)
    world.likes[US] = [post_id(1), post_id(2), post_id(3), *(one.id for one in reversed(liked))]
    world.write(*(Post(post_id(9000 + n), US, f"News {n}") for n in range(posts)))
    return world


def _others(world: World) -> None:
    """Write posts of others: plain, long, gone, and one whose link a repost cuts off."""
    world.write(
        Post(post_id(1), RIMU, "Kia ora & welcome", ("https://rimu.example/a",)),
        Post(post_id(2), KAURI, "By a suspended account"),
        Post(post_id(3), MATAI, "Deleted since"),
        Post(post_id(4), RIMU, "Long words " * 14, ("https://rimu.example/late",)),
        Post(post_id(5), NIKAU, "For followers alone"),
        Post(post_id(6), TOTARA, "By an account that is gone"),
        Post(post_id(7), MATAI, "To be quoted"),
        Post(
            post_id(8),
            MATAI,
            "",
            note="A long one. " * 40,
            note_links=("https://matai.example/at-the-end",),
        ),
    )
    world.deleted |= {post_id(3)}


def _ours(world: World) -> None:
    """Write posts of the agency: posts, a thread, replies, reposts, quotes and links."""
    links = ("https://rimu.example/b", "https://x.com/matai_tauira/status/" + post_id(7))
    world.write(
        Post(post_id(100), US, "A post with links", links),
        Post(post_id(101), US, "Goes on", replied=post_id(100)),
        Post(post_id(102), US, "@rimu_tauira thank you", replied=post_id(1)),
        Post(post_id(103), US, "", retweeted=post_id(4)),
        Post(post_id(104), US, "", retweeted=post_id(3)),
        Post(post_id(105), US, "", retweeted=post_id(2)),
        Post(post_id(106), US, "Look", quoted=post_id(7)),
        Post(post_id(107), US, "Gone", quoted=post_id(999)),
        Post(
            post_id(108),
            US,
            "",
            note="Our long one. " * 40,
            note_links=("https://matai.example/c",),
        ),
        Post(post_id(109), US, "Short", ("https://bit.ly/x",), unwound="https://nikau.example/d"),
        Post(
            post_id(110),
            US,
            "With a picture",
            (f"https://twitter.com/Example_Agency/status/{post_id(110)}/photo/1",),
        ),
        Post(post_id(111), US, "", retweeted=post_id(8)),
        Post(post_id(112), US, "", retweeted=post_id(5)),
        Post(post_id(113), US, "Quotes the protected one", quoted=post_id(5)),
    )


def x_of(world: World, **rules: object) -> X:
    """Serve a world to the agency's tokens, another agency's, and an app's own."""
    credential = Credential({TOKEN: US, APP_TOKEN: "app", OTHER_TOKEN: OTHER}, {FOUR: US})
    return X(world, credential, **rules)
