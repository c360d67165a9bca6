#include "usecases/wording/publish_wording.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "domain/messages/letters.h"
#include "domain/wording/merge.h"
#include "storage/settings.h"
#include "usecases/letters/site_fields.h"

namespace doorstep::usecases::wording {

using domain::access::Action;

namespace {

/// Fixed by whoever sends the letter: those of the words that ship, and what every letter may say of the
/// landlord.
std::vector<std::string> fields_of(Settings const& settings, std::string_view code) {
    // The copy of a plan is put together by its own page, with fields of its own.
    auto const* letter = domain::messages::letter_named(code);
    if (letter && code != domain::messages::letters::action_plan) {
        auto const known = domain::messages::fields_of(*letter);
        std::vector<std::string> names(known.begin(), known.end());
        std::sort(names.begin(), names.end());
        return names;
    }
    std::vector<std::string> fields{"landlord", "team", "contact"};
    for (auto const& wording : settings.wordings())
        if (wording.code == code && wording.version == 0)
            for (auto& name : domain::wording::field_names(wording.body)) fields.push_back(std::move(name));
    std::sort(fields.begin(), fields.end());
    fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
    return fields;
}

std::optional<Wording> wording_on(Settings const& settings, std::string_view code, std::string_view language,
                                  Date day) {
    std::optional<Wording> newest;
    for (auto const& wording : settings.wordings())
        if (wording.code == code && wording.language == language && wording.in_use_from <= day &&
            (!newest || newest->version < wording.version))
            newest = wording;
    return newest;
}

}  // namespace

Expected<std::vector<WordingRow>> list_wordings(Context& context) {
    if (auto const may = context.require(Action::manage_wording); !may) return refuse(may.error());
    auto const& settings = context.settings();
    std::map<std::string, WordingRow> rows;
    for (auto const& wording : settings.wordings()) {
        if (rows.contains(wording.code)) continue;
        auto const english = wording_on(settings, wording.code, "en", context.today);
        if (!english) continue;
        auto const welsh = wording_on(settings, wording.code, "cy", context.today);
        rows[wording.code] = {.code = wording.code,
                              .title = english->subject,
                              .english_version = english->version,
                              .welsh_version = welsh ? welsh->version : -1};
    }
    std::vector<WordingRow> list;
    for (auto& [code, row] : rows) list.push_back(std::move(row));
    std::sort(list.begin(), list.end(),
              [](auto const& a, auto const& b) { return text::sort_key(a.title) < text::sort_key(b.title); });
    return list;
}

Expected<WordingView> view_wording(Context& context, std::string_view code) {
    if (auto const may = context.require(Action::manage_wording); !may) return refuse(may.error());
    auto const& settings = context.settings();
    auto english = wording_on(settings, code, "en", context.today);
    if (!english) return refuse(RefusalKind::not_found, "wording-unknown", "There are no such words");
    WordingView view;
    view.code = std::string(code);
    view.english = std::move(*english);
    view.welsh = wording_on(settings, code, "cy", context.today);
    for (auto const& wording : settings.wordings())
        if (wording.code == code) view.versions.push_back(wording);
    std::sort(view.versions.begin(), view.versions.end(), [](auto const& a, auto const& b) {
        return a.version != b.version ? a.version > b.version : a.language > b.language;
    });
    view.fields = fields_of(settings, code);
    return view;
}

std::vector<Problem> problems_with_wording(WordingView const& view, std::string_view body) {
    std::vector<Problem> problems;
    for (auto const& name : domain::wording::field_names(body))
        if (std::find(view.fields.begin(), view.fields.end(), name) == view.fields.end())
            problems.push_back({"body", "There is no field {{" + name + "}} in this letter"});
    domain::wording::Fields all;
    for (auto const& name : domain::wording::field_names(body)) all.leave(name);
    if (problems.empty() &&
        !domain::wording::merge(body, all, domain::people::Side::neutral, domain::wording::As::markdown))
        problems.push_back({"body", "Close every {{ with }}"});
    return problems;
}

Expected<Done> publish_wording(Context& context, PublishWording const& input) {
    auto const view = view_wording(context, input.code);
    if (!view) return refuse(view.error());
    if (input.language != "en" && input.language != "cy")
        return refuse(RefusalKind::not_found, "language-unknown", "There are no words in this language");
    if (auto problems = problems_with_wording(*view, input.body); !problems.empty()) {
        Refusal refusal(RefusalKind::invalid, "field-unknown", problems.front().message);
        for (auto const& problem : problems)
            (void)std::move(refusal).with_problem(problem.field, problem.message);
        return refuse(std::move(refusal));
    }
    if (input.in_use_from < context.today)
        return refuse_field("wording-past", "from", "The first day must be today or later");
    for (auto const& wording : view->versions)
        if (wording.language == input.language) {
            if (wording.subject == input.subject && wording.body == input.body)
                return refuse_field("wording-same", "body", "Change something before you publish it");
            break;
        }
    auto const done = context.change([&](Change& change) -> Expected<Done> {
        storage::settings::StoredWording stored;
        stored.code = input.code;
        stored.language = input.language;
        for (auto const& other : storage::settings::wordings(change.tx))
            if (other.code == input.code && other.language == input.language)
                stored.version = std::max(stored.version, other.version + 1);
        stored.subject = input.subject;
        stored.body = input.body;
        stored.in_use_from = input.in_use_from;
        stored.published_by = change.viewer.account;
        stored.published_at = change.now;
        storage::settings::insert(change.tx, stored);
        mark_settings_changed(change.tx, change.now);
        change.record_setting("wording", domain::events::wording_published,
                              domain::events::Detail()
                                  .set("code", stored.code)
                                  .set("language", stored.language)
                                  .set("version", stored.version)
                                  .set("from", stored.in_use_from));
        return Done{};
    });
    if (done) context.services.settings.reload();
    return done;
}

}  // namespace doorstep::usecases::wording
