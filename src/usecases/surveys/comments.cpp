#include "usecases/surveys/comments.h"

#include <algorithm>
#include <map>

#include "storage/cases.h"
#include "usecases/settings.h"

namespace doorstep::usecases::surveys {

using domain::access::Action;
using domain::surveys::CommentKind;
using storage::surveys::CommentOfCase;

namespace {

constexpr int comments_per_page = 25;
constexpr std::string_view categories = "comment-categories";

Expected<CommentOfCase> open_comment(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                     std::string_view id) {
    auto const not_found = [] {
        return refuse(RefusalKind::not_found, "comment-not-found",
                      "There is no comment here that you can see");
    };
    auto found = storage::surveys::find_comment(tx, id);
    if (!found) return not_found();
    auto const file = storage::cases::find(tx, found->case_file);
    if (!file || !domain::access::may_on_case(viewer, Action::sort_comments,
                                              storage::cases::standing(tx, *file, viewer)))
        return not_found();
    return std::move(*found);
}

}  // namespace

Expected<CommentList> list_comments(Context& context, CommentKind kind,
                                    std::optional<FinancialQuarter> quarter, int page) {
    if (auto allowed = context.require(Action::sort_comments); !allowed) return refuse(allowed.error());
    auto const scope = storage::case_scope(context.viewer, Action::sort_comments);
    Period const said = quarter ? quarter->period() : Period{*Date::of(1, 1, 1), *Date::of(9999, 12, 31)};
    auto const& labels = context.settings().list(categories);

    CommentList list{.kind = kind, .quarter = quarter, .rows = {}, .by_kind = {}, .by_category = {}};
    std::map<CommentKind, int> kinds;
    for (auto const& count :
         storage::surveys::comment_counts(context.read(), {.scope = scope, .kind = {}, .said = said})) {
        kinds[count.kind] += count.count;
        if (count.kind == kind && !count.category.empty())
            list.by_category.emplace_back(std::string(labels.label(count.category)), count.count);
    }
    std::sort(list.by_category.begin(), list.by_category.end(), [](auto const& a, auto const& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    for (auto const& row : all_of<CommentKind>()) list.by_kind.emplace_back(row.value, kinds[row.value]);

    list.in_view = kinds[kind];
    list.pages = std::max(1, (list.in_view + comments_per_page - 1) / comments_per_page);
    list.page = std::clamp(page, 1, list.pages);
    bool const may_open = domain::access::may(context.viewer, Action::see_case);
    for (auto const& row :
         storage::surveys::comments(context.read(), {.scope = scope, .kind = kind, .said = said},
                                    comments_per_page, (list.page - 1) * comments_per_page)) {
        list.rows.push_back({.id = row.comment.id,
                             .said_on = row.comment.said_on,
                             .words = row.comment.words,
                             .reference = may_open ? row.reference : "",
                             .area_name = row.area_name,
                             .category_label = row.comment.category.empty()
                                                   ? ""
                                                   : std::string(labels.label(row.comment.category))});
    }
    context.note_view("survey", std::nullopt, "comments");
    return list;
}

Expected<CommentView> view_comment(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::sort_comments); !allowed) return refuse(allowed.error());
    auto found = open_comment(context.read(), context.viewer, id);
    if (!found) return refuse(found.error());
    context.note_view("survey", found->case_file, id);
    return CommentView{
        .comment = found->comment,
        .reference = domain::access::may(context.viewer, Action::see_case) ? found->reference : "",
        .area_name = found->area_name};
}

Expected<CommentSorted> sort_comment(Context& context, SortComment const& input) {
    if (auto allowed = context.require(Action::sort_comments); !allowed) return refuse(allowed.error());
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<CommentSorted> {
        auto const found = open_comment(change.tx, change.viewer, input.id);
        if (!found) return refuse(found.error());
        if (!input.kind || *input.kind == CommentKind::not_sorted)
            return refuse_field("kind-missing", "kind", "Select what kind of comment it is");
        auto const in_use = settings.list(categories).in_use(found->comment.said_on);
        if (std::none_of(in_use.begin(), in_use.end(),
                         [&](auto const* entry) { return entry->code == input.category; }))
            return refuse_field("category-missing", "category", "Select what it is about");
        DOORSTEP_ASSERT(change.viewer.account.has_value(), "a person sorts comments");
        if (!storage::surveys::sort(change.tx, input.id, *input.kind, input.category, *change.viewer.account,
                                    change.now, input.seen_sorted_at))
            return refuse(RefusalKind::conflict, "changed-meanwhile",
                          "Someone sorted this comment while you were working");
        change.record(found->case_file, domain::events::comment_sorted, input.id,
                      domain::events::Detail().set("kind", *input.kind).set("category", input.category));
        auto const scope = storage::case_scope(change.viewer, Action::sort_comments);
        return CommentSorted{.next = storage::surveys::next_unsorted(change.tx, scope, input.id)};
    });
}

}  // namespace doorstep::usecases::surveys
