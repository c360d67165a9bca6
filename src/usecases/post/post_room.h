#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_names.h"
#include "base/expected.h"
#include "domain/messages/message.h"
#include "storage/post.h"
#include "usecases/context.h"

/// Letters to print today, proof of posting, what came back (B05). Whoever prints the post sees the letters
/// of cases that are not restricted from them, and nothing else of those cases.
namespace doorstep::usecases::post {

enum class PostView { to_post, posted, returned };
constexpr auto enum_names(PostView) {
    return std::array{EnumName{PostView::to_post, "to-post", "To post"},
                      EnumName{PostView::posted, "posted", "Posted"},
                      EnumName{PostView::returned, "returned", "Came back"}};
}
/// How far back "posted" and "came back" look.
inline constexpr int posted_days = 14;
inline constexpr int returned_days = 90;

struct PostList {
    PostView view = PostView::to_post;
    std::vector<storage::post::Letter> rows;
    storage::post::Counts counts;
    int page = 1;
    int pages = 1;
    int total = 0;
};
Expected<PostList> list_post(Context& context, PostView view, int page);

/// What waits, the oldest first and no more than `most`, whole, for printing in one go. Each is a logged
/// view.
inline constexpr int most_printed_at_once = 50;
struct PrintRun {
    std::vector<storage::post::Letter> letters;
    int waiting = 0;
};
Expected<PrintRun> letters_to_print(Context& context);

Expected<storage::post::Letter> view_post_letter(Context& context, MessageId id);

struct MarkPosted {
    std::vector<std::string> letters;  ///< ids
    std::optional<domain::messages::SentHow> how;
    std::string proof;  ///< number of the certificate of posting; may be empty
};
/// How many were marked; one that somebody else marked meanwhile is left out. Refused: none chosen, none left
/// to mark, a way that is not the post or by hand.
Expected<int> mark_posted(Context& context, MarkPosted const& input);

struct MarkReturned {
    MessageId letter;
    std::optional<Date> on;
    std::string note;  ///< "Gone away", as it says on the envelope
};
/// The post brought it back: an item for the owner of the case to find out where the person is. Refused:
/// never posted, back already, a day in the future or before it was posted.
Expected<Done> mark_returned(Context& context, MarkReturned const& input);

}  // namespace doorstep::usecases::post
