#include "usecases/find/saved_views.h"

#include <algorithm>

#include "base/text.h"
#include "storage/saved_views.h"

namespace doorstep::usecases::find {

using domain::access::Action;

namespace {

constexpr std::size_t longest_view_name = 60;
constexpr std::size_t longest_view_query = 2000;

}  // namespace

std::vector<SavedView> my_saved_views(Context& context) {
    std::vector<SavedView> views;
    if (!context.viewer.account) return views;
    for (auto& stored : storage::saved_views::of_account(context.read(), *context.viewer.account))
        views.push_back({std::move(stored.id), std::move(stored.name), std::move(stored.query)});
    return views;
}

Expected<Done> save_view(Context& context, std::string const& name, std::string const& query) {
    if (auto allowed = context.require(Action::find_cases); !allowed) return allowed;
    if (!context.viewer.account) return refuse(RefusalKind::signed_out, "signed-out", "Sign in to do this");
    if (text::trim(name).empty()) return refuse_field("name-missing", "name", "Enter a name for this view");
    if (text::length(name) > longest_view_name)
        return refuse_field("name-too-long", "name", "The name must be 60 characters or fewer");
    if (query.size() > longest_view_query)
        return refuse_field("view-too-long", "name", "Choose fewer filters");
    auto const views = my_saved_views(context);
    bool const is_there =
        std::any_of(views.begin(), views.end(), [&](SavedView const& view) { return view.name == name; });
    if (!is_there && views.size() >= most_saved_views)
        return refuse_field("views-full", "name", "Delete a view first: you can keep 30");
    context.write_without_event([&](storage::sql::Write& tx) {
        storage::saved_views::put(tx, {.id = std::string(context.services.ids.next().text()),
                                       .account = *context.viewer.account,
                                       .name = name,
                                       .query = query,
                                       .saved_at = context.now});
    });
    return Done{};
}

Expected<Done> remove_view(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::find_cases); !allowed) return allowed;
    bool removed = false;
    if (context.viewer.account)
        removed = context.write_without_event([&](storage::sql::Write& tx) {
            return storage::saved_views::remove(tx, *context.viewer.account, id);
        });
    if (!removed) return refuse(RefusalKind::not_found, "view-unknown", "There is no such view of yours");
    return Done{};
}

}  // namespace doorstep::usecases::find
