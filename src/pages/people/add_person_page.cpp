#include "html/elements.h"
#include "pages/cases/case_form.h"
#include "pages/people/contact_fields.h"
#include "pages/people/person_facts.h"
#include "pages/people/person_forms.h"
#include "usecases/people/add_person.h"

namespace doorstep::pages::people {

using domain::people::Part;
using domain::people::Side;
using forms::at_most;
using forms::required;
using usecases::people::AddPerson;

namespace {

/// As it is typed: whether anybody knows them decides which fields count.
struct PersonTyped {
    Part part = Part::complainant;
    std::optional<Side> side;
    std::optional<bool> known;
    std::string name;
    std::string telephone;
    std::string email;
    std::string address;
    std::optional<Date> date_of_birth;
    std::string description;
    std::optional<Date> raised_on;
    bool anonymous = false;
    std::string vulnerabilities;
    std::string same_as;
};

constexpr char const* someone_new = "new";

forms::Form<PersonTyped> const& add_person_form() {
    static auto const form = forms::form<PersonTyped>(
        "add-person",
        forms::radios_field(&PersonTyped::part, {.name = "part", .label = "What is their part?"},
                            {required("Select their part in the case")}),
        forms::radios_field(
            &PersonTyped::side,
            {.name = "side",
             .label = "Whose side are they on?",
             .hint = "Only for a supporter or professional. Nothing about one side reaches the "
                     "other",
             .optional = true}),
        forms::yes_no_field(
            &PersonTyped::known,
            {.name = "known",
             .label = "Does anybody know who they are?",
             .choices = {{.value = "yes",
                          .text = "Yes",
                          .reveals = {"name", "telephone", "email", "address", "date-of-birth"}},
                         {.value = "no", .text = "No", .reveals = {"description"}}}},
            {required("Select whether anybody knows who they are")}),
        forms::text_field(
            &PersonTyped::name, {.name = "name", .label = "Full name", .spellcheck = false},
            {required("Enter their name"), at_most(200, "Name must be 200 characters or fewer")}),
        telephone_field(&PersonTyped::telephone), email_field(&PersonTyped::email),
        address_field(&PersonTyped::address), date_of_birth_field(&PersonTyped::date_of_birth),
        forms::textarea_field(&PersonTyped::description,
                              {.name = "description",
                               .label = "What is known about them?",
                               .hint = "For example, a man in his twenties who visits on Fridays",
                               .rows = 3},
                              {required("Describe them as far as anyone can"),
                               at_most(1000, "What is known must be 1,000 characters or fewer")}),
        forms::date_field(&PersonTyped::raised_on,
                          {.name = "raised-on",
                           .label = "When did they first report it?",
                           .hint = "Only for a complainant. Today, when you leave it empty. First contact is "
                                   "counted from this day",
                           .optional = true}),
        anonymous_field(&PersonTyped::anonymous), vulnerabilities_field(&PersonTyped::vulnerabilities));
    return form;
}

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

AddPerson input_of(PersonTyped const& typed, std::string_view reference) {
    return {.reference = std::string(reference),
            .part = typed.part,
            .side = typed.side,
            .is_unknown = typed.known == false,
            .name = typed.name,
            .telephone = typed.telephone,
            .email = typed.email,
            .address_text = typed.address,
            .date_of_birth = typed.date_of_birth,
            .description = typed.description,
            .anonymous = typed.anonymous,
            .vulnerabilities = typed.vulnerabilities,
            .raised_on = typed.raised_on,
            .same_as = PersonId::parse(typed.same_as)};
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
    auto input = input_of(parsed.input, reference);
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
