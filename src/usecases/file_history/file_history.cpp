#include "usecases/file_history/file_history.h"

#include <algorithm>
#include <map>

#include "domain/events/detail_reader.h"
#include "domain/events/kinds.h"
#include "storage/accounts.h"
#include "storage/case_links.h"
#include "storage/people.h"
#include "usecases/people/on_case.h"

namespace doorstep::usecases::file_history {

using domain::access::Action;
using domain::events::DetailReader;
using storage::events::StoredEvent;

namespace {

constexpr int events_per_page = 30;
constexpr int looks_per_page = 25;

using Names = std::map<std::string, std::string, std::less<>>;

bool is_id(std::string_view text) { return text.size() == 36 && Uuid::parse(text).has_value(); }

/// "first_contact_by" as "First contact by".
std::string label_of(std::string_view field) {
    std::string label(field);
    std::replace(label.begin(), label.end(), '_', ' ');
    if (!label.empty() && label.front() >= 'a' && label.front() <= 'z')
        label.front() = static_cast<char>(label.front() - 'a' + 'A');
    return label;
}

/// Ids by their names; dates as people write them; nothing for what may not be known.
std::string words_of_value(DetailReader::Value const& value, Names const& names) {
    if (value.empty()) return {};
    auto text = value.text();
    if (is_id(text)) {
        auto const known = names.find(text);
        return known == names.end() ? std::string() : known->second;
    }
    if (text.size() == 10)
        if (auto const date = Date::parse_iso(text)) return date_words(*date);
    if (!value.is_text() && text == "true") return "Yes";
    if (!value.is_text() && text == "false") return "No";
    return text;
}

/// An event about another case tells nothing of it to somebody who may not see that one.
bool may_be_told(StoredEvent const& event, Names const& names) {
    bool const about_another =
        event.kind == domain::events::case_linked.name || event.kind == domain::events::case_unlinked.name;
    return !about_another || names.contains(event.subject);
}

HistoryEntry entry_of(StoredEvent const& event, Names const& names) {
    auto const* kind = domain::events::kind_named(event.kind);
    HistoryEntry entry{.sequence = event.sequence,
                       .at = event.at,
                       .heading = std::string(kind ? kind->heading : std::string_view(event.kind)),
                       .by = event.actor_name,
                       .door = std::string(words_of(event.door)),
                       .facts = {},
                       .hash = event.hash,
                       .is_redacted = !event.detail};
    if (!may_be_told(event, names)) return entry;
    DetailReader reader(event.shown());
    while (auto const field = reader.next()) {
        auto words = words_of_value(field->value, names);
        if (field->is_change) {
            auto const before = words_of_value(field->before, names);
            if (words.empty() && before.empty()) continue;
            words = (before.empty() ? "Nothing" : before) + " became " + (words.empty() ? "nothing" : words);
        }
        if (!words.empty()) entry.facts.emplace_back(label_of(field->name), std::move(words));
    }
    return entry;
}

void collect_ids(DetailReader::Value const& value, std::vector<AccountId>& ids) {
    if (!value.is_text()) return;
    auto const text = value.text();
    if (!is_id(text)) return;
    if (auto const id = AccountId::parse(text)) ids.push_back(*id);
}

/// People of the case, cases linked to it that the viewer may see, and colleagues.
Names names_for(Context& context, CaseFileId file, std::vector<StoredEvent> const& events) {
    auto& tx = context.read();
    Names names;
    for (auto const& entry : storage::people::people_of_case(tx, file))
        names.emplace(entry.part.id.text(), people::name_of_person(entry));
    for (auto const& link :
         storage::cases::visible_links(tx, file, storage::case_scope(context.viewer, Action::see_case)))
        names.emplace(link.id.text(), link.reference);
    std::vector<AccountId> ids;
    for (auto const& event : events) {
        DetailReader reader(event.shown());
        while (auto const field = reader.next()) {
            collect_ids(field->value, ids);
            if (field->is_change) collect_ids(field->before, ids);
        }
    }
    std::erase_if(ids, [&](auto const& id) { return names.contains(id.text()); });
    for (auto const& account : storage::accounts::find_all(tx, ids))
        names.emplace(account.id.text(), account.name);
    return names;
}

}  // namespace

Expected<HistoryView> view_history(Context& context, std::string_view reference,
                                   std::optional<std::int64_t> before) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_file_history);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    HistoryView view;
    view.header = std::move(opened->header);
    // One more than is shown tells whether there are older ones.
    auto events = storage::events::newest(tx, view.header.id.text(), before, {}, events_per_page + 1);
    if (events.size() > events_per_page) {
        events.pop_back();
        view.older = events.back().sequence;
    }
    auto const names = names_for(context, view.header.id, events);
    for (auto const& event : events) view.entries.push_back(entry_of(event, names));
    view.proof = storage::events::prove(tx, view.header.id.text());
    context.note_view("case", view.header.id, view.header.id.text(), "file history");
    return view;
}

Expected<LooksView> view_looks(Context& context, std::string_view reference, int page) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_file_history);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    LooksView view;
    view.header = std::move(opened->header);
    view.total = storage::views::count_of_case(tx, view.header.id);
    view.pages = std::max(1, (view.total + looks_per_page - 1) / looks_per_page);
    view.page = std::clamp(page, 1, view.pages);
    view.looks =
        storage::views::of_case(tx, view.header.id, looks_per_page, (view.page - 1) * looks_per_page);
    return view;
}

}  // namespace doorstep::usecases::file_history
