#include "usecases/settings.h"

#include <algorithm>
#include <atomic>
#include <boost/json.hpp>

#include "base/assert.h"
#include "base/embedded.h"
#include "base/log.h"
#include "legal/law.h"
#include "legal/question_sets.h"
#include "storage/commencements.h"
#include "storage/settings.h"
#include "usecases/law/commencements.h"

namespace doorstep::usecases {
namespace {

constexpr std::string_view version_key = "settings_version";

Site site_from(std::map<std::string, std::string, std::less<>> const& values) {
    Site site;
    auto const take = [&](std::string_view key, std::string& into) {
        auto const found = values.find(key);
        if (found != values.end()) into = found->second;
    };
    take("landlord_name", site.landlord_name);
    take("team_name", site.team_name);
    take("telephone", site.telephone);
    take("telephone_hours", site.telephone_hours);
    take("email", site.email);
    take("postal_address", site.postal_address);
    take("web_address", site.web_address);
    take("brand_colour", site.brand_colour);
    take("exit_page", site.exit_page);
    take("body", site.body);
    std::string division;
    take("division", division);
    site.division = enum_from_name<Division>(division).value_or(Division::england_and_wales);
    std::string demo;
    take("is_demo", demo);
    site.is_demo = demo == "yes";
    std::string homes;
    take("homes", homes);
    site.homes = homes.empty() ? 0 : std::atoll(homes.c_str());
    constexpr std::string_view collected = "collected_from.";
    for (auto const& [key, value] : values)
        if (auto const day = Date::parse_iso(value); day && key.starts_with(collected))
            site.collected_from.emplace(key.substr(collected.size()), *day);
    return site;
}

std::map<std::string, legal::List, std::less<>> lists_with(
    std::vector<storage::settings::StoredListEntry> const& stored) {
    auto lists = legal::shipped_lists();
    std::map<std::string, std::vector<legal::ListEntry>, std::less<>> overrides;
    for (auto const& row : stored) {
        legal::ListEntry entry{.code = row.code,
                               .label = row.label,
                               .label_welsh = row.label_welsh,
                               .details = {},
                               .position = static_cast<int>(row.position),
                               .in_use_from = row.in_use_from,
                               .in_use_until = row.in_use_until,
                               .is_override = true};
        auto const details = boost::json::parse(row.details);
        for (auto const& detail : details.as_object())
            entry.details.emplace(std::string(detail.key()), std::string(detail.value().as_string()));
        overrides[row.list].push_back(std::move(entry));
    }
    for (auto& [name, entries] : overrides) {
        auto const list = lists.find(name);
        if (list != lists.end()) list->second = legal::with_overrides(list->second, std::move(entries));
    }
    return lists;
}

legal::Standards standards_with(std::vector<storage::settings::StoredStandard> const& stored) {
    auto const defaults = legal::Standards::defaults();
    std::vector<legal::StandardRow> rows;
    for (auto const& row : stored) {
        if (row.state != "approved") continue;
        auto const unit = enum_from_name<legal::Unit>(row.unit);
        if (!unit) continue;
        std::string title = row.standard;
        for (auto const& shipped : defaults.default_rows())
            if (shipped.id == row.standard) title = shipped.title;
        rows.push_back({.id = row.standard,
                        .applies_to = row.applies_to,
                        .title = title,
                        .value = static_cast<int>(row.value),
                        .unit = *unit,
                        .counting = enum_from_name<legal::Counting>(row.counting),
                        .in_force_from = row.in_force_from,
                        .in_force_until = row.in_force_until,
                        .source = "Set by the landlord",
                        .note = row.reason});
    }
    if (rows.empty()) return defaults;
    auto standards = legal::Standards::with_overrides(std::move(rows));
    if (standards) return *standards;
    // Approving them checked this already: someone changed the database by hand.
    log::error("The landlord's own standards contradict each other and are not used");
    return defaults;
}

std::shared_ptr<legal::Law const> law_with(legal::Standards const& standards,
                                           std::vector<legal::Commencement> commencements) {
    auto law = legal::Law::with(standards, std::move(commencements));
    if (law) return std::make_shared<legal::Law const>(*std::move(law));
    // Approving a start date checked this already: someone changed the database by hand, or an update ships
    // what was set here.
    log::error("The start dates set here contradict the law as shipped and are not used");
    return std::make_shared<legal::Law const>(legal::Law::with(standards, {}).value());
}

/// Each file of content/letters: the first heading is the subject.
std::vector<Wording> shipped_wordings() {
    std::vector<Wording> wordings;
    for (auto const& file : embedded_files("content/letters/")) {
        auto name = file.name.substr(std::string_view("content/letters/").size());
        if (!name.ends_with(".md")) continue;
        name.remove_suffix(3);
        auto const dot = name.rfind('.');
        DOORSTEP_ASSERT(dot != std::string_view::npos && file.content.starts_with("# "),
                        "a letter needs a language in its name and a heading: " + std::string(file.name));
        auto const line_end = file.content.find('\n');
        auto body = file.content.substr(line_end + 1);
        while (body.starts_with('\n')) body.remove_prefix(1);
        wordings.push_back({.code = std::string(name.substr(0, dot)),
                            .language = std::string(name.substr(dot + 1)),
                            .version = 0,
                            .subject = std::string(file.content.substr(2, line_end - 2)),
                            .body = std::string(body),
                            .in_use_from = *Date::of(2000, 1, 1)});
    }
    return wordings;
}

}  // namespace

legal::List const& Settings::list(std::string_view name) const {
    auto const found = lists_.find(name);
    DOORSTEP_ASSERT(found != lists_.end(), "no list called " + std::string(name));
    return found->second;
}

domain::questions::QuestionSet const& Settings::question_set(std::string_view code, Date on) const {
    domain::questions::QuestionSet const* best = nullptr;
    for (auto const& set : question_sets_)
        if (set.code == code && set.is_in_use(on) && (!best || best->in_use_from < set.in_use_from))
            best = &set;
    DOORSTEP_ASSERT(best, "no questions called " + std::string(code) + " on " + on.iso());
    return *best;
}

domain::questions::QuestionSet const& Settings::question_set(std::string_view code, int version) const {
    for (auto const& set : question_sets_)
        if (set.code == code && set.version == version) return set;
    DOORSTEP_ASSERT(false,
                    "no version " + std::to_string(version) + " of the questions " + std::string(code));
    return question_sets_.front();
}

Wording const& Settings::wording(std::string_view code, std::string_view language, Date on) const {
    Wording const* best = nullptr;
    for (auto const wanted : {language, std::string_view("en")}) {
        for (auto const& wording : wordings_)
            if (wording.code == code && wording.language == wanted && wording.in_use_from <= on &&
                (!best || best->version < wording.version))
                best = &wording;
        if (best) break;
    }
    DOORSTEP_ASSERT(best, "no wording called " + std::string(code));
    return *best;
}

SettingsSource::SettingsSource(storage::sql::Database& database) : database_(database) { reload(); }

std::shared_ptr<Settings const> SettingsSource::current() const {
    std::lock_guard lock(mutex_);
    return current_;
}

void SettingsSource::reload() {
    static std::atomic<std::uint64_t> loadings = 0;
    auto fresh = std::make_shared<Settings>();
    fresh->number_ = ++loadings;
    std::string version;
    database_.read([&](storage::sql::Read& tx) {
        auto const values = storage::settings::site_values(tx);
        if (auto const found = values.find(version_key); found != values.end()) version = found->second;
        fresh->site_ = site_from(values);
        fresh->lists_ = lists_with(storage::settings::list_entries(tx));
        fresh->standards_ = standards_with(storage::settings::standards(tx));
        fresh->law_ =
            law_with(fresh->standards_, law::approved_commencements(storage::commencements::all(tx)));
        fresh->question_sets_ = legal::shipped_question_sets();
        for (auto const& row : storage::settings::question_sets(tx))
            if (auto set = legal::read_question_set(row.code, row.body))
                fresh->question_sets_.push_back(std::move(*set));
        fresh->wordings_ = shipped_wordings();
        for (auto const& row : storage::settings::wordings(tx))
            fresh->wordings_.push_back({.code = row.code,
                                        .language = row.language,
                                        .version = static_cast<int>(row.version),
                                        .subject = row.subject,
                                        .body = row.body,
                                        .in_use_from = row.in_use_from});
    });
    std::lock_guard lock(mutex_);
    current_ = std::move(fresh);
    version_ = std::move(version);
}

void SettingsSource::refresh_if_changed() {
    auto const stored =
        database_.read([](storage::sql::Read& tx) { return storage::settings::site_value(tx, version_key); });
    {
        std::lock_guard lock(mutex_);
        if (stored.value_or("") == version_) return;
    }
    reload();
}

void set_site_value(storage::sql::Write& tx, std::string_view key, std::string_view value) {
    storage::settings::set_site_value(tx, key, value);
}

void mark_settings_changed(storage::sql::Write& tx, Instant now) {
    storage::settings::set_site_value(tx, version_key, std::to_string(now.milliseconds()));
}

}  // namespace doorstep::usecases
