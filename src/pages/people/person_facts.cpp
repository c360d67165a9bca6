#include "pages/people/person_facts.h"

#include "base/text.h"
#include "html/elements.h"
#include "pages/cases/case_form.h"
#include "pages/work/work_links.h"

namespace doorstep::pages::people {

using domain::people::Part;
using domain::people::Side;
using usecases::people::PeopleView;
using usecases::people::PersonView;

namespace {

govuk::SummaryListRow fact(char const* key, Html value) {
    return {.key = {.text = key}, .value = {.html = std::move(value)}};
}

govuk::SummaryListRow fact_words(char const* key, std::string const& value, char const* none = "") {
    return fact(key, value.empty() ? Html::text(none) : html::typed_text(value));
}

/// A row with its link to change it, where that may be done.
govuk::SummaryListRow with_change(govuk::SummaryListRow row, bool may, std::string href, char const* what,
                                  char const* words = "Change") {
    if (may)
        row.actions.items.push_back({.href = std::move(href), .text = words, .visually_hidden_text = what});
    return row;
}

std::string contact_words(PersonView const& person, Date today) {
    auto const& part = person.part;
    std::string words;
    if (part.first_contact_on)
        words = "First contact made on " + date_words(*part.first_contact_on) + ". ";
    else if (part.first_contact_by && !part.left_on)
        return "First contact " + work::due_words(*part.first_contact_by, today);
    if (part.left_on) return words + "The clock stopped when they left";
    if (part.next_contact_by) words += "Next contact " + work::due_words(*part.next_contact_by, today);
    return words.empty() ? "No contact is due" : words;
}

std::string officers_words(PeopleView const& view, PersonView const& person) {
    if (view.owner_name.empty()) return "Nobody deals with this case yet";
    auto words = view.owner_name + " deals with the case";
    if (!view.housing_officer_name.empty()) words += "; housing officer: " + view.housing_officer_name;
    if (person.is_told) return words + ". Told on " + date_words(*person.part.told_officers_on);
    if (person.part.told_officers_on)
        return words + ". Changed since they were told on " + date_words(*person.part.told_officers_on);
    return words + ". Not told yet";
}

Html rights_words(PersonView const& person) {
    std::vector<Html> lines;
    if (!person.rights_on_their_way.empty()) lines.push_back(Html::text(person.rights_on_their_way));
    if (person.rights.empty())
        lines.push_back(Html::text(person.rights_are_due
                                       ? "Not told yet. What happened may be a crime: tell them"
                                       : "Not told yet"));
    for (auto const& notice : person.rights) {
        auto words = "Told on " + date_words(notice.told_on);
        if (!notice.told_by_name.empty()) words += " by " + notice.told_by_name;
        words += " (" + text::lower_ascii(words_of(notice.told_how)) + "). ";
        words += notice.wording_version == 0
                     ? "The wording that ships with Doorstep."
                     : "Wording version " + std::to_string(notice.wording_version) + ".";
        lines.push_back(Html::text(words));
        std::vector<std::string> numbers;
        for (auto const& number : notice.numbers) numbers.push_back(number.name + ", " + number.telephone);
        if (!numbers.empty()) lines.push_back(Html::text("Numbers given: " + text::join(numbers, "; ")));
        if (!notice.crime_reference.empty())
            lines.push_back(html::typed_text("Crime reference: " + notice.crime_reference));
    }
    return html::lines(lines);
}

Html exclusion_words(PersonView const& person, std::string const& address, bool may) {
    if (person.exclusions.empty()) return Html::text("None");
    std::vector<Html> lines;
    for (auto const& line : person.exclusions) {
        auto const& exclusion = line.exclusion;
        if (!line.in_force && address.empty()) continue;
        Html words = html::strong(line.service_words);
        words << ", from " << date_words(exclusion.from_on);
        if (exclusion.ended_on)
            words << " to " << date_words(*exclusion.ended_on) << " (ended: " << exclusion.end_reason << ")";
        else if (exclusion.until_on)
            words << " to " << date_words(*exclusion.until_on);
        if (line.in_force) words << ", review by " << date_words(exclusion.review_on);
        words << ". " << exclusion.reason;
        if (line.complex_needs && line.in_force)
            words << ". This service works with complex needs: ask where else they can go";
        if (!exclusion.warnings.empty()) words << ". Warnings before: " << exclusion.warnings;
        if (may && line.in_force && !address.empty())
            words << " "
                  << html::a(address + "/exclusions/" + std::string(exclusion.id.text()) + "/end",
                             "End this exclusion");
        lines.push_back(std::move(words));
    }
    return html::lines(lines);
}

Html marker_words(PersonView const& person, std::string const& address, bool may) {
    std::vector<Html> lines;
    for (auto const& marker : person.markers) {
        Html line = html::strong(marker.warning);
        line << ". " << marker.precaution << " (until " << date_words(marker.until_on) << ")";
        if (may) {
            Html link =
                html::a(address + "/markers/" + std::string(marker.id.text()) + "/end", "End this marker");
            line << " " << link;
        }
        lines.push_back(std::move(line));
    }
    return lines.empty() ? Html::text("None") : html::lines(lines);
}

std::string part_words(PersonView const& person) {
    std::string words(words_of(person.part.part));
    if (person.part.left_on) words += ", no longer on the case since " + date_words(*person.part.left_on);
    return words;
}

bool is_complainant(PersonView const& person) { return person.part.part == Part::complainant; }

}  // namespace

std::string person_address(std::string_view reference, CasePersonId id) {
    return cases::case_address(reference) + "/people/" + std::string(id.text());
}

std::string other_side_words(PersonView const& person) {
    std::vector<std::string> references;
    for (auto const& other : person.other_sides) references.push_back(other.reference);
    if (references.empty()) return {};
    return "The same person stands on the other side in " + text::join(references, ", ") +
           ". Keep the two cases apart: tell neither side about the other.";
}

govuk::SummaryList person_card(PeopleView const& view, PersonView const& person, Date today) {
    govuk::SummaryList list;
    list.card.title = {.text = person.name, .heading_level = 3};
    list.card.actions.items.push_back(
        {.href = person_address(view.header.reference, person.part.id), .text = "Open"});
    list.rows.push_back(fact_words("Part in the case", part_words(person)));
    if (person.part.anonymous) list.rows.push_back(fact_words("Name", "Never named outside"));
    if (person.part.side != Side::complained_about)
        list.rows.push_back(fact_words("Safe contact", person.safe_words, "Not asked yet"));
    if (!person.adjustments.empty()) list.rows.push_back(fact_words("Adjustments", person.adjustments));
    if (!person.part.vulnerabilities.empty())
        list.rows.push_back(fact_words("Vulnerabilities", person.part.vulnerabilities));
    if (is_complainant(person)) {
        list.rows.push_back(fact_words("Contact", contact_words(person, today)));
        if (!view.header.is_closed() && !person.part.left_on)
            list.rows.push_back(fact_words("Who deals with it", officers_words(view, person)));
    }
    if (!person.markers.empty()) list.rows.push_back(fact("Warning", marker_words(person, {}, false)));
    if (!person.exclusions.empty() && person.exclusions.front().in_force)
        list.rows.push_back(fact("Booked out", exclusion_words(person, {}, false)));
    return list;
}

std::vector<govuk::SummaryList> person_lists(PeopleView const& view, PersonView const& person, Date today) {
    auto const address = person_address(view.header.reference, person.part.id);
    bool const may = view.header.may_work;
    bool const may_here = may && !person.part.left_on;
    std::vector<govuk::SummaryList> lists;

    govuk::SummaryList details;
    details.card.title = {.text = "Details"};
    if (may) details.card.actions.items.push_back({.href = address + "/edit", .text = "Change"});
    details.rows.push_back(fact_words("Part in the case", part_words(person)));
    details.rows.push_back(fact_words("Side", std::string(words_of(person.part.side))));
    if (person.person) {
        details.rows.push_back(fact_words("Name", person.person->name));
        details.rows.push_back(fact_words("Telephone", person.person->telephone, "Not known"));
        details.rows.push_back(fact_words("E-mail", person.person->email, "Not known"));
        details.rows.push_back(fact_words(
            "Date of birth", person.person->date_of_birth ? date_words(*person.person->date_of_birth) : "",
            "Not known"));
    }
    if (!person.person || !person.part.description.empty())
        details.rows.push_back(fact_words("What is known", person.part.description));
    details.rows.push_back(
        fact_words("Named outside", person.part.anonymous ? "Never" : "Where it has to be"));
    details.rows.push_back(fact_words("Vulnerabilities", person.part.vulnerabilities, "None known"));
    details.rows.push_back(with_change(fact("Warning markers", marker_words(person, address, may)), may_here,
                                       address + "/markers/new", "warning marker", "Add"));
    details.rows.push_back(with_change(fact("Booked out of services", exclusion_words(person, address, may)),
                                       may_here, address + "/exclusions/new", "exclusion from a service",
                                       "Add"));
    lists.push_back(std::move(details));

    govuk::SummaryList contact;
    contact.card.title = {.text = "Safe contact and adjustments"};
    if (may_here) contact.card.actions.items.push_back({.href = address + "/safe-contact", .text = "Change"});
    contact.rows.push_back(fact_words("Safe ways", person.safe_words, "Not asked yet"));
    if (auto const& safe = person.safe_contact) {
        contact.rows.push_back(fact_words("Safe telephone number", safe->telephone, "None"));
        contact.rows.push_back(fact_words("Safe e-mail address", safe->email, "None"));
        contact.rows.push_back(fact_words("Best times", safe->best_times, "Not said"));
        contact.rows.push_back(fact_words("Who may answer", safe->someone_else, "Nobody else"));
        contact.rows.push_back(fact_words("Name to use", safe->name_to_use, "Their own"));
        contact.rows.push_back(fact_words("Agreed on", date_words(safe->agreed_on)));
    }
    contact.rows.push_back(fact_words("Adjustments", person.adjustments, "None asked for"));
    lists.push_back(std::move(contact));

    if (person.part.side == Side::reporting) {
        govuk::SummaryList promises;
        promises.card.title = {.text = "What we promised and told them"};
        if (is_complainant(person)) {
            promises.rows.push_back(
                with_change(fact_words("Contact", contact_words(person, today)), may_here,
                            cases::case_address(view.header.reference) +
                                "/contacts/new?person=" + std::string(person.part.id.text()),
                            "contact", "Record"));
            promises.rows.push_back(with_change(fact_words("Who deals with it", officers_words(view, person)),
                                                may_here && !view.owner_name.empty(), address + "/officers",
                                                "that they were told", "Record"));
        }
        promises.rows.push_back(with_change(fact("Victims’ Code", rights_words(person)), may_here,
                                            address + "/rights", "that they were told of the Victims’ Code",
                                            "Record"));
        lists.push_back(std::move(promises));
    }
    return lists;
}

}  // namespace doorstep::pages::people
