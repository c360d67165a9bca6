#include "usecases/outbound/leaving.h"

#include <algorithm>

namespace doorstep::usecases::outbound {

using domain::outbound::Finding;
using domain::outbound::Severity;

namespace {

constexpr std::string_view taken_out_words = "[left out]";

bool same_letter(char a, char b) {
    auto const small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return small(a) == small(b);
}

void replace_all(std::string& text, std::string_view words) {
    if (words.empty()) return;
    for (auto from = text.begin();;) {
        auto const found = std::search(from, text.end(), words.begin(), words.end(), same_letter);
        if (found == text.end()) return;
        auto const at = found - text.begin();
        text.replace(static_cast<std::size_t>(at), words.size(), taken_out_words);
        from = text.begin() + at + static_cast<std::ptrdiff_t>(taken_out_words.size());
    }
}

}  // namespace

std::string Leaving::take_out(std::string const& written, std::string const& where,
                              std::vector<Finding> const& findings, domain::outbound::Facts const& facts) {
    auto text = written;
    for (auto const& finding : findings)
        if (finding.severity == Severity::block)
            replace_all(text, finding.words);
        else
            to_check_.push_back(where + ": “" + finding.words + "”: " + finding.reason);
    if (!domain::outbound::has_block(findings)) return text;
    if (domain::outbound::has_block(domain::outbound::check(text, facts))) {
        left_out_.push_back(where + ": its words, which point to somebody protected");
        return "[left out: it points to somebody protected. A witness may say it in court]";
    }
    left_out_.push_back(where + ": words that point to somebody protected, marked “" +
                        std::string(taken_out_words) + "”");
    return text;
}

std::string Leaving::words(std::string const& written, std::string const& where) {
    return take_out(written, where, domain::outbound::check(written, facts_), facts_);
}

std::string Leaving::term(domain::orders::OrderClause const& clause,
                          std::vector<storage::legal_orders::ProtectedPerson> const& protected_people,
                          std::string const& where) {
    auto may_be_named = facts_.known_names;
    for (auto const& person : protected_people) may_be_named.push_back(person.name);
    auto const found =
        domain::outbound::check_term({.words = clause.words,
                                      .forbids_contact = clause.no_contact,
                                      .keeps_out_of_a_place = clause.home_exclusion || !clause.zone.empty()},
                                     facts_, may_be_named);
    for (auto const& name : found.named) {
        auto sentence = where + " names " + name + " on purpose: it forbids contact with them";
        if (std::find(named_.begin(), named_.end(), sentence) == named_.end())
            named_.push_back(std::move(sentence));
    }
    auto facts = facts_;
    if (clause.no_contact) facts.known_names = may_be_named;
    return take_out(clause.words, where, found.findings, facts);
}

}  // namespace doorstep::usecases::outbound
