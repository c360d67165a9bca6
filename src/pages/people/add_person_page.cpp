#include "html/elements.h"
#include "inputs/people/add_person.h"
#include "pages/cases/case_form.h"
#include "pages/people/person_facts.h"
#include "pages/people/person_forms.h"
#include "usecases/people/add_person.h"

namespace doorstep::pages::people {

using forms::required;
using inputs::people::add_person_form;
using inputs::people::add_person_input;
using inputs::people::PersonTyped;

namespace {

constexpr char const* someone_new = "new";

/// Asked only when somebody we know may be the person written down.
forms::Form<PersonTyped> const& same_person_form() {
    static auto const form = forms::form<PersonTyped>(
        "same-person", forms::radios_field(&PersonTyped::same_as,
                                           {.name = "same-as", .label = "Is it one of these people we know?"},
                                           {required("Select one of them, or that this is someone new")}));
    return form;
}

std::vector<forms::Choice> choices_of(std::vector<storage::people::LikelySame> const& known) {
    std::vector<forms::Choice> choices;
    for (auto const& one : known) {
        std::string hint = one.address_line;
        if (one.same_number)
            hint += hint.empty() ? "The same number or e-mail" : ". The same number or e-mail";
        choices.push_back(
            {.value = std::string(one.person.id.text()), .text = one.person.name, .hint = std::move(hint)});
    }
    choices.push_back({.value = someone_new, .text = "No, this is someone new", .divider_before = "or"});
    return choices;
}

http::Response add_page(Visit& visit, std::string const& reference, http::Pairs typed,
                        std::vector<Problem> const& problems,
                        std::vector<storage::people::LikelySame> const& known = {}) {
    auto shapes = add_person_form().shapes();
    cases::CaseForm form{.reference = reference,
                         .title = "Add a person",
                         .action = cases::case_address(reference) + "/people/new",
                         .save_words = "Add person",
                         .cancel_href = cases::case_address(reference) + "/people"};
    if (!known.empty()) {
        auto same = same_person_form().shapes();
        shapes.insert(shapes.begin(), same.begin(), same.end());
        form.choices["same-as"] = choices_of(known);
    }
    return cases::case_form_page(visit, std::move(form), shapes, std::move(typed), problems);
}

std::string added_words(usecases::people::PersonAdded const& added) {
    if (added.first_contact_by)
        return "Person added. First contact with them by " + date_words(*added.first_contact_by) + ".";
    return "Person added.";
}

}  // namespace

http::Response show_add(Visit& visit) {
    auto const opened = usecases::cases::open_case_for_form(
        visit.context, visit.request.parameter("reference"), domain::access::Action::work_case);
    if (!opened) return visit.refused(opened.error());
    http::Pairs typed;
    if (auto const part = visit.request.query.get("part")) typed.set("part", std::string(*part));
    return add_page(visit, opened->header.reference, std::move(typed), {});
}

http::Response post_add(Visit& visit) {
    std::string const reference(visit.request.parameter("reference"));
    auto const opened =
        usecases::cases::open_case_for_form(visit.context, reference, domain::access::Action::work_case);
    if (!opened) return visit.refused(opened.error());
    auto parsed = visit.parse(add_person_form());
    if (!parsed.ok()) return add_page(visit, reference, std::move(parsed.typed), parsed.problems);
    auto input = add_person_input(parsed.input, reference);
    auto const known = usecases::people::likely_same(visit.context, input);
    if (!known.empty()) {
        auto same = visit.parse(same_person_form(), {{"same-as", choices_of(known)}});
        if (!same.ok()) return add_page(visit, reference, std::move(parsed.typed), same.problems, known);
        input.same_as = PersonId::parse(same.input.same_as);
    }
    auto const added = usecases::people::add_person(visit.context, input);
    if (added) return visit.done(person_address(reference, added->id), added_words(*added));
    if (is_about_the_form(added.error()))
        return add_page(visit, reference, std::move(parsed.typed), problems_of(added.error()), known);
    return visit.refused(added.error());
}

}  // namespace doorstep::pages::people
