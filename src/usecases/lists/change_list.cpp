#include "usecases/lists/change_list.h"

#include <algorithm>
#include <boost/json.hpp>

#include "base/text.h"
#include "domain/site/opening_hours.h"
#include "storage/settings.h"
#include "usecases/settings.h"

namespace doorstep::usecases::lists {

using domain::access::Action;

namespace {

/// "Loud music, again" is "loud-music-again".
std::string code_of(std::string_view label) {
    auto code = text::fold(label);
    std::replace(code.begin(), code.end(), ' ', '-');
    std::erase_if(code,
                  [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'); });
    return code;
}

std::string details_json(legal::ListEntry const& entry) {
    boost::json::object object;
    for (auto const& [name, value] : entry.details) object[name] = value;
    return boost::json::serialize(object);
}

}  // namespace

Expected<std::vector<legal::List>> all_lists(Context& context) {
    if (auto const may = context.require(Action::manage_lists); !may) return refuse(may.error());
    std::vector<legal::List> lists;
    for (auto const& [name, list] : context.settings().lists()) lists.push_back(list);
    std::sort(lists.begin(), lists.end(), [](auto const& a, auto const& b) {
        return text::sort_key(a.title()) < text::sort_key(b.title());
    });
    return lists;
}

Expected<legal::List> view_list(Context& context, std::string_view name) {
    if (auto const may = context.require(Action::manage_lists); !may) return refuse(may.error());
    auto const& lists = context.settings().lists();
    auto const found = lists.find(name);
    if (found == lists.end()) return refuse(RefusalKind::not_found, "list-unknown", "There is no such list");
    return found->second;
}

Expected<Done> change_entry(Context& context, ChangeEntry const& input) {
    auto const list = view_list(context, input.list);
    if (!list) return refuse(list.error());
    bool const is_new = input.code.empty();
    auto const code = is_new ? code_of(input.label) : input.code;
    if (input.list == "opening-hours" && !domain::site::read_opening_day(input.label))
        return refuse_field("hours-not-understood", "label",
                            "Write the day and its times like “Monday, 8am to 6pm” or “Sunday, closed”");
    auto const* pattern = list->find(is_new ? input.like : code, input.in_use_from);
    if (!pattern)
        return is_new ? refuse_field("pattern-unknown", "like", "Choose an entry from the list")
                      : refuse(RefusalKind::not_found, "entry-unknown", "There is no such entry");
    if (is_new && (code.empty() || list->find(code, context.today)))
        return refuse_field("entry-there", "label", "There is an entry of this name: change that one");
    if (input.in_use_from < context.today)
        return refuse_field("entry-past", "from", "The first day must be today or later");
    if (input.in_use_until && *input.in_use_until <= input.in_use_from)
        return refuse_field("entry-backwards", "last-day", "The last day must be on or after the first day");
    auto const details = details_json(*pattern);
    auto const position = pattern->position;

    auto const done = context.change([&](Change& change) -> Expected<Done> {
        storage::settings::StoredListEntry entry;
        entry.list = input.list;
        entry.code = code;
        for (auto const& stored : storage::settings::list_entries(change.tx))
            if (stored.list == input.list && stored.code == code)
                entry.version = std::max(entry.version, stored.version + 1);
        entry.label = std::string(text::trim(input.label));
        entry.label_welsh = std::string(text::trim(input.label_welsh));
        entry.details = details;
        entry.position = position;
        entry.in_use_from = input.in_use_from;
        entry.in_use_until = input.in_use_until;
        entry.changed_by = change.viewer.account;
        entry.changed_at = change.now;
        storage::settings::insert(change.tx, entry);
        mark_settings_changed(change.tx, change.now);
        change.record_setting("lists", domain::events::list_changed,
                              domain::events::Detail()
                                  .set("list", entry.list)
                                  .set("code", entry.code)
                                  .set("version", entry.version)
                                  .set("label", entry.label)
                                  .set("from", entry.in_use_from)
                                  .set("until", entry.in_use_until));
        return Done{};
    });
    if (done) context.services.settings.reload();
    return done;
}

}  // namespace doorstep::usecases::lists
