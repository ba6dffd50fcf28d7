"""Furniture words of English pages. A phrase that may also begin a sentence (Comments by ..., Share prices) is bare."""

from streams.text.furniture.label import CutReason, Fit, vocabulary

ENGLISH = vocabulary(
    labels={
        (CutReason.RELATED_LINKS, Fit.START, True): """
            read also / also read / see also / related articles / related stories / related news / related posts
            related topics / related content / related coverage / related links / you might also like
            you may also like / more on this story / recommended for you / read next / up next / continue reading
            click here to / more stories / don't miss / in case you missed it / read the full story
            read the full report / read more here / previous article / previous post / previous story / next article
            next post / next story / more from this / more from our / more on this / you may be interested
            you might be interested / what others are reading / also on this site / also from this site
            elsewhere on this site / more from the archive / from our archive
        """,
        (CutReason.RELATED_LINKS, Fit.COLON, True): """
            read more / related / recommended / watch / read / see more / further reading / more / watch more
            learn more / video / in pictures / gallery / photo gallery / photos / in photos / listen / podcast
            previous / next / explainer / also on / live blog
        """,
        (CutReason.TICKER, Fit.ALONE, True): """
            breaking news / latest news / latest / top stories / most read / most popular / most viewed / trending
            trending now / headlines / breaking / recent posts / popular posts / editors picks / in other news
            just in / latest stories / most commented / most shared / what to read next / the latest
        """,
        (CutReason.TICKER, Fit.COLON, True): """
            trending / most read / most viewed / most popular / top stories / more news
        """,
        (
            CutReason.TAGS,
            Fit.COLON,
            True,
        ): """
            tags / tag / keywords / topics / filed under / categories / category / labels
        """,
        (CutReason.TAGS, Fit.START, True): "filed under / tagged with / posted in",
        (CutReason.COMMENT_FORM, Fit.START, True): """
            leave a comment / leave a reply / post a comment / add a comment / add your comment
            your email address will not / required fields are marked / be the first to comment / no comments yet
            sign in to comment / log in to comment / save my name email / comments are closed
            join the conversation / view comments / show comments / cancel reply / you must be logged in to
            write a comment
        """,
        (CutReason.COMMENT_FORM, Fit.ALONE, True): "comments / comment / reader comments / no comments",
        (CutReason.COMMENT_FORM, Fit.ALONE, False): """
            name / email / website / submit / reply / your name / your email
        """,
        (CutReason.SHARE, Fit.START, True): """
            share this / share on / share via / share article / click to share / print this / email this / copy link
            back to top / skip to main content / skip to content / skip to navigation / share to / forwarded from
            copied to clipboard / copy to clipboard / jump to content
        """,
        (CutReason.SHARE, Fit.COLON, False): """
            share / views / reads / shares / min read / minute read / print / listen
        """,
        (CutReason.PROMOTION, Fit.START, True): """
            subscribe to our / subscribe to the / sign up for / sign up to / download our app / get the latest news
            join our telegram / join our channel / join our newsletter / follow us / get our newsletter
            get our daily / enter your email / sign up to our / already a subscriber / support our journalism
            subscribe now / this story is part of / like us on / advertisement
        """,
        (CutReason.PROMOTION, Fit.ALONE, True): """
            advertisement / sponsored / subscribe / newsletter / newsletters / ad
        """,
        (CutReason.FOOTER, Fit.START, True): """
            all rights reserved / copyright / privacy policy / our standards / terms of use / terms of service
            terms and conditions / the views expressed in this article / the views expressed here / powered by
            we use cookies / this website uses cookies / this site uses cookies / we and our partners / your privacy
            by continuing to / accept cookies / accept all / cookie policy
        """,
        (
            CutReason.FOOTER,
            Fit.ALONE,
            False,
        ): """
            about us / contact us / contact / advertise / careers / help / sitemap / terms
        """,
        (
            CutReason.BYLINE,
            Fit.COLON,
            False,
        ): """
            author / source / editor / edited by / reported by / news desk / written by
        """,
        (CutReason.BYLINE, Fit.START, False): """
            written by / posted by / published by / reporting by / additional reporting by / editing by
            compiled by
        """,
        (
            CutReason.CAPTION,
            Fit.COLON,
            True,
        ): """
            photo / image / picture / file photo / file / caption / photos / photograph
        """,
        (
            CutReason.CAPTION,
            Fit.START,
            True,
        ): """
            file photo / image credit / photo credit / photo by / image caption / photo courtesy
        """,
        (CutReason.MENU, Fit.ALONE, False): """
            syria news / syria / middle east / middle east news / a a / uncategorized
        """,
        (
            CutReason.DATE,
            Fit.START,
            False,
        ): """
            last updated / published on / posted on / updated on / last modified / first published
        """,
    },
    menu="""
        home news world politics business sport sports opinion opinions culture video videos photos gallery podcasts
        podcast tech technology science health more menu search login log sign in up subscribe live tv radio weather
        economy lifestyle entertainment travel style arts features analysis magazine editorials newsletters sections
        close about international regional local latest blogs share tweet facebook twitter whatsapp telegram
        linkedin pinterest reddit email print copy link instagram youtube rss x arabic views view likes like
        comments replies reply shares watch listen
    """,
    dates="""
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur fri sat sun january
        february march april may june july august september october november december jan feb mar apr jun jul aug
        sep sept oct nov dec am pm gmt utc est edt bst ago hour hours minute minutes min mins day days week weeks
        month months year years read published updated update last posted on at first modified st nd rd th local
        time
    """,
    outlets="""
        reuters / afp / ap / associated press / the associated press / agence france presse / sana / bbc / bbc news
        cnn / al jazeera / anadolu agency / tass / ria novosti / sputnik / rt / xinhua / agencies / staff
        staff writer / news agencies / staff and agencies / al arabiya / middle east eye / the guardian / dpa / upi
        irna / press tv / rudaw
    """,
    archive="""
        file photo / getty images / ap photo / afp photo / reuters photo / afp via getty images / archive photo
        photo file / via getty images / image credit
    """,
    lists="""
        read popular viewed shared commented watched discussed latest more related recent trending stories articles
        headlines posts picks coverage reading videos topics
    """,
    headings="""
        most top other breaking recommended editor editors s news story article topic section category from in on
        this the our your you for may might also like be interested week month day today now partners author site
        network what others are people keep next and around web stay must
    """,
)
