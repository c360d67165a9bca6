#include "inputs/reports/answers.h"

#include <algorithm>

#include "forms/json.h"

namespace doorstep::inputs::reports {

using domain::reports::EarlierTelling;
using domain::reports::ToldWho;

bool has(Pairs const& answers, std::string_view field, std::string_view value) {
    auto const all = answers.all(field);
    return std::find(all.begin(), all.end(), value) != all.end();
}

void add_once(Pairs& answers, std::string_view field, std::string_view value) {
    if (!has(answers, field, value)) answers.add(std::string(field), std::string(value));
}

void take_away(Pairs& answers, std::string_view field, std::string_view value) {
    std::vector<std::string> left;
    for (auto const one : answers.all(field))
        if (one != value) left.emplace_back(one);
    answers.remove(field);
    for (auto& one : left) answers.add(std::string(field), std::move(one));
}

std::vector<EarlierTelling> earlier_tellings(Pairs const& answers) {
    std::vector<EarlierTelling> tellings;
    for (auto const json : answers.all(earlier_name)) {
        auto const one = forms::answers_from_json(json);
        tellings.push_back({.told = enum_from_name<ToldWho>(one.value("told")).value_or(ToldWho::other),
                            .told_on = Date::parse_iso(one.value("told-on")),
                            .reference = std::string(one.value("told-reference"))});
    }
    return tellings;
}

void add_earlier(Pairs& answers, EarlierTelling const& earlier) {
    Pairs one;
    one.add("told", std::string(name_of(earlier.told)));
    if (earlier.told_on) one.add("told-on", earlier.told_on->iso());
    one.add("told-reference", earlier.reference);
    answers.add(std::string(earlier_name), forms::answers_to_json(one));
}

void remove_earlier(Pairs& answers, std::size_t position) {
    auto const tellings = earlier_tellings(answers);
    answers.remove(earlier_name);
    for (std::size_t n = 0; n < tellings.size(); ++n)
        if (n != position) add_earlier(answers, tellings[n]);
}

namespace {

bool chosen(std::vector<std::string> const& values, std::string_view value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

template <class E>
std::vector<E> named_values(std::vector<std::string> const& names) {
    std::vector<E> values;
    for (auto const& name : names)
        if (auto const value = enum_from_name<E>(name)) values.push_back(*value);
    return values;
}

domain::people::SafeContact safe_contact_of(Answers const& a, http::Language language) {
    domain::people::SafeContact safe;
    safe.telephone_allowed = chosen(a.contact_ways, "telephone");
    safe.text_allowed = chosen(a.contact_ways, "text");
    safe.email_allowed = chosen(a.contact_ways, "email");
    safe.letter_allowed = chosen(a.contact_ways, "letter");
    safe.visit_allowed = chosen(a.contact_ways, "visit");
    safe.will_contact_us = chosen(a.contact_ways, "will-contact-us");
    // What was typed for a way that is not chosen any more is not kept.
    if (safe.telephone_allowed || safe.text_allowed) safe.telephone = a.telephone;
    safe.voicemail_allowed = safe.telephone_allowed && a.voicemail.value_or(false);
    if (safe.email_allowed) safe.email = a.email;
    safe.best_times = a.best_times;
    safe.someone_else = a.someone_else;
    safe.name_to_use = a.name_to_use;
    safe.language = name_of(language);
    if (chosen(a.needs, "interpreter")) safe.interpreter = a.interpreter;
    safe.sign_language = chosen(a.needs, "sign-language");
    safe.large_print = chosen(a.needs, "large-print");
    if (chosen(a.needs, "other")) safe.adjustments = a.adjustments;
    return safe;
}

}  // namespace

usecases::reports::SendReport to_send(Answers const& a, Pairs const& draft, http::Language language) {
    using namespace domain::reports;
    usecases::reports::SendReport input;
    auto& r = input.report;
    r.language = name_of(language);
    r.in_danger = a.danger.value_or(false);
    r.self_harm = chosen(a.effect_on, "self-harm");
    for (auto const& kind : a.kinds) {
        if (kind.starts_with(other_kind))
            input.was_signposted = true;
        else
            r.categories.push_back(kind);
    }
    r.who_for = a.who_for.value_or(WhoFor::not_said);
    if (r.who_for == WhoFor::someone_else) r.consent = a.consent.value_or(Consent::not_asked);
    r.postcode = a.postcode;
    r.place_text = a.place;
    r.address = AddressId::parse(a.address);
    r.happened_on = a.happened_on;
    r.happened_about = a.happened_about;
    r.still_happening = a.still_happening.value_or(StillHappening::not_said);
    r.how_often = a.how_often.value_or(HowOften::not_said);
    r.what_happened = a.what;
    r.people_known = a.people_known.value_or(PeopleKnown::not_said);
    r.people_text = a.people;
    r.effect = a.effect.value_or(Effect::not_said);
    r.effect_on = named_values<EffectOn>(a.effect_on);
    r.effect_text = a.effect_text;
    r.motives = named_values<Motive>(a.motives);
    if (a.told_before.value_or(false)) r.earlier = earlier_tellings(draft);
    r.wish = a.wish;
    r.anonymous = a.named && !*a.named;
    if (a.named.value_or(false)) r.reporter_name = a.name;
    input.safe_contact = safe_contact_of(a, language);
    if (input.safe_contact->letter_allowed) r.reporter_address = a.letter_address;
    r.high_profile = a.restricted;
    return input;
}

}  // namespace doorstep::inputs::reports
