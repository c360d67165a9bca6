#include "usecases/orders/possible_breaches.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "gateways/zone.h"
#include "legal/legal_actions.h"
#include "storage/search.h"
#include "usecases/orders/open_action.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using storage::order_matches::Happening;
using storage::order_matches::NearOrder;

namespace {

/// How far beyond a zone still makes a suggestion: people and postcodes are not exact to the metre.
constexpr int reach_metres = 200;
/// Of a long story: enough for every name that is likely to be in it.
constexpr std::size_t most_sounds = 400;

/// The first postcode in words, in its usual form; empty when there is none.
std::string postcode_in(std::string_view words) {
    std::string tidy(words);
    std::replace_if(
        tidy.begin(), tidy.end(), [](char c) { return c == ',' || c == '\n' || c == '\t' || c == '.'; }, ' ');
    std::string_view before;
    for (auto const word : text::split(tidy, ' ')) {
        if (word.empty()) continue;
        for (auto const& tried : {std::string(before) + " " + std::string(word), std::string(word)})
            if (auto found = text::postcode(tried); !found.empty()) return found;
        before = word;
    }
    return {};
}

void set_place(storage::sql::Read& tx, WhatHappened const& happened, Happening& happening) {
    happening.report = happened.report;
    if (happened.report) return;
    auto const place = text::fold(happened.place);
    if (place.empty() || place == text::fold(happened.home_words)) {
        happening.address = happened.home;
        return;
    }
    auto const known = storage::search::addresses_with_words(tx, happened.place, 2);
    if (known.size() == 1)
        happening.address = known.front();
    else if (happening.postcode = postcode_in(happened.place); happening.postcode.empty())
        happening.address = happened.home;
}

std::vector<std::string> sounds_of(std::string_view words) {
    auto sounds = text::phonetic_keys(words);
    if (sounds.size() > most_sounds) sounds.resize(most_sounds);
    return sounds;
}

/// A forename and a surname at least, each said somewhere.
bool names(std::vector<std::string> const& said, std::string const& name) {
    auto const sounds = text::phonetic_keys(name);
    return sounds.size() >= 2 && std::includes(said.begin(), said.end(), sounds.begin(), sounds.end());
}

std::string shared_conduct(Settings const& settings, std::string const& of_clause,
                           std::vector<std::string> const& of_incident) {
    for (auto const code : text::split(of_clause, ','))
        if (!code.empty() && std::find(of_incident.begin(), of_incident.end(), code) != of_incident.end())
            return text::lower_ascii(settings.list("categories").label(std::string(code)));
    return {};
}

std::string why_words(PossibleBreach const& possible, std::string const& conduct) {
    std::vector<std::string> reasons;
    if (possible.metres)
        reasons.push_back(*possible.metres == 0
                              ? std::string("inside its zone")
                              : text::thousands(*possible.metres) + " metres from its zone");
    if (possible.near.same_case)
        reasons.emplace_back("on this case");
    else if (possible.near.same_address)
        reasons.emplace_back("at the same address");
    if (possible.names_respondent) reasons.emplace_back("what was said names them");
    if (!conduct.empty())
        reasons.emplace_back("the clause is about this kind of behaviour (" + conduct + ")");
    auto words = text::join(reasons, ", ");
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

/// For order only: who comes before where, and what makes either stronger.
int strength(PossibleBreach const& possible) {
    int points = 0;
    if (possible.names_respondent) points += 8;
    if (possible.metres) points += *possible.metres == 0 ? 7 : 4;
    if (possible.near.same_case) points += 3;
    if (possible.near.same_address) points += 2;
    if (possible.same_conduct) points += 2;
    return points;
}

}  // namespace

std::vector<PossibleBreach> possible_breaches(Context& context, WhatHappened const& happened) {
    auto& tx = context.read();
    Happening happening;
    happening.file = happened.file;
    happening.on = happened.on;
    happening.from =
        happened.time ? london_instant(happened.on, *happened.time) : london_midnight(happened.on);
    happening.until =
        happened.time ? happening.from : london_midnight(happened.on.plus_days(1)).plus_milliseconds(-1);
    happening.sounds = sounds_of(happened.words);
    set_place(tx, happened, happening);
    std::vector<PossibleBreach> found;
    auto const scope = storage::case_scope(context.viewer, domain::access::Action::see_protected_details);
    for (auto& near : storage::order_matches::live_at(tx, scope, happening, reach_metres)) {
        auto const* kind = legal::find_legal_action(near.kind);
        if (!kind) continue;
        PossibleBreach possible;
        if (!near.zone.empty() && near.easting && near.northing)
            possible.metres = static_cast<int>(std::lround(
                gateways::metres_from_zone(near.zone, near.radius, {*near.easting, *near.northing})));
        if (possible.metres && *possible.metres > reach_metres && !near.same_case) possible.metres.reset();
        possible.names_respondent = names(happening.sounds, near.respondent_name);
        if (!near.same_case && !near.same_address && !possible.metres && !possible.names_respondent) continue;
        auto const conduct = shared_conduct(context.settings(), near.conduct, happened.kinds);
        possible.same_conduct = !conduct.empty();
        possible.order_words = order_words(*kind, near.form);
        if (near.clause) possible.order_words += ", clause " + std::to_string(near.position);
        possible.near = std::move(near);
        possible.why = why_words(possible, conduct);
        found.push_back(std::move(possible));
    }
    std::stable_sort(found.begin(), found.end(), [](auto const& a, auto const& b) {
        if (auto const x = strength(a), y = strength(b); x != y) return x > y;
        return a.metres.value_or(reach_metres) < b.metres.value_or(reach_metres);
    });
    if (found.size() > most_possible_breaches) found.resize(most_possible_breaches);
    return found;
}

std::vector<PossibleBreach> possible_breaches(Context& context, domain::reports::Report const& report) {
    WhatHappened happened;
    happened.file = report.case_file;
    happened.report = report.id;
    happened.on = report.happened_on.value_or(report.received_on);
    happened.kinds = report.categories;
    if (happened.kinds.empty()) happened.kinds.push_back(report.category);
    happened.words = report.people_text + " " + report.what_happened + " " + report.place_text;
    return possible_breaches(context, happened);
}

}  // namespace doorstep::usecases::orders
