#include "usecases/orders/papers.h"

#include "base/text.h"
#include "legal/legal_actions.h"
#include "storage/accounts.h"
#include "usecases/letters/site_fields.h"
#include "usecases/orders/bundle.h"
#include "usecases/orders/open_action.h"
#include "usecases/outbound/leaving.h"

namespace doorstep::usecases::orders {

using domain::access::Action;
using domain::people::Side;
using domain::wording::Fields;
namespace letter_fields = domain::messages::fields;

namespace {

/// What stands in a paper's fields, as it is on file; empty where nothing is yet.
struct PaperFacts {
    std::string place;
    std::string conduct;
    std::string impact;
    std::string terms;
    std::string order_name;
    std::string made_on;
    std::string order_until;
    std::string appeal_by;
};

PaperFacts paper_facts(storage::sql::Read& tx, OpenedAction const& opened, std::string_view language) {
    auto const& action = opened.named.action;
    PaperFacts facts{.place = action.place,
                     .conduct = std::string(text::trim(action.why)),
                     .impact = std::string(text::trim(action.impact))};
    auto const orders = storage::legal_orders::of_action(tx, action.id);
    if (!orders.empty()) {
        auto const& order = orders.back().order;
        facts.order_name = text::lower_ascii(order_words(*opened.kind, order.form));
        facts.made_on = letters::day_in(language, order.made_on);
        facts.order_until = order.until_on     ? letters::day_in(language, *order.until_on)
                            : language == "cy" ? "gorchymyn pellach"
                                               : "further order";
        for (auto const& clause : storage::legal_orders::clauses(tx, order.id))
            if (!clause.struck)
                facts.terms +=
                    std::to_string(clause.position) + ". " + std::string(text::trim(clause.words)) + "\n";
    }
    for (auto const& deadline : storage::legal_actions::deadlines(tx, action.id))
        if (deadline.code == "appeal") facts.appeal_by = letters::day_in(language, deadline.due_on);
    return facts;
}

struct NamedField {
    std::string_view name;
    std::string PaperFacts::*value;
    std::string_view record_first;
    bool about_respondent = true;
};
constexpr std::array paper_fields{
    NamedField{letter_fields::place, &PaperFacts::place, "the place"},
    NamedField{letter_fields::conduct, &PaperFacts::conduct, "why the action is taken"},
    NamedField{letter_fields::impact, &PaperFacts::impact, "what residents say it does to them"},
    NamedField{letter_fields::terms, &PaperFacts::terms, "the terms, as clauses"},
    NamedField{letter_fields::order_name, &PaperFacts::order_name, "the notice or order", false},
    NamedField{letter_fields::made_on, &PaperFacts::made_on, "the notice or order", false},
    NamedField{letter_fields::order_until, &PaperFacts::order_until, "the notice or order", false},
    NamedField{letter_fields::appeal_by, &PaperFacts::appeal_by,
               "the notice or order, from which the last day to appeal is counted"},
};

bool uses(Wording const& wording, std::string_view field) {
    for (auto const& words : {wording.subject, wording.body})
        for (auto const& name : domain::wording::field_names(words))
            if (name == field) return true;
    return false;
}

Expected<Fields> fields_for(Wording const& wording, PaperFacts const& facts, Side respondent) {
    Fields fields;
    for (auto const& field : paper_fields) {
        auto const& value = facts.*field.value;
        if (value.empty() && uses(wording, field.name))
            return refuse_field("wording-field-empty", "letter",
                                "Record first " + std::string(field.record_first) + ": this paper says it");
        fields.set_about(field.about_respondent ? respondent : Side::neutral, std::string(field.name), value);
    }
    return fields;
}

Refusal no_such_paper_action() {
    return {RefusalKind::not_found, "action-not-found", "There is no such legal action of this case"};
}

Expected<OpenedAction> paper_action(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                    std::string_view reference, std::string_view id, Action action) {
    auto const parsed = LegalActionId::parse(id);
    if (!parsed) return refuse(no_such_paper_action());
    return open_action(tx, viewer, reference, *parsed, action);
}

/// "## Who I am" begins a section.
void append_wording(documents::Report& report, std::string const& body) {
    documents::ReportSection section{.level = 2, .number = "", .title = "Statement", .blocks = {}};
    std::string words;
    auto const end_section = [&] {
        if (!text::trim(words).empty())
            section.blocks.emplace_back(documents::TypedWords{std::string(text::trim(words))});
        if (!section.blocks.empty()) report.sections.push_back(std::move(section));
        section = {.level = 2, .number = "", .title = "", .blocks = {}};
        words.clear();
    };
    for (auto const line : text::split(body, '\n')) {
        if (line.starts_with("## ")) {
            end_section();
            section.title = std::string(line.substr(3));
        } else {
            words += std::string(line) + "\n";
        }
    }
    end_section();
}

}  // namespace

Expected<PaperFormView> view_paper_form(Context& context, std::string_view reference,
                                        std::string_view action) {
    auto const opened = paper_action(context.read(), context.viewer, reference, action, Action::work_order);
    if (!opened) return refuse(opened.error());
    auto form = messages::view_letter_form(context, reference, opened->kind->code);
    if (!form) return refuse(form.error());
    return PaperFormView{opened->named.action.id, opened->kind->label, std::move(*form)};
}

Expected<MessageId> write_paper(Context& context, std::string_view action,
                                messages::WriteLetter const& input) {
    auto const opened =
        paper_action(context.read(), context.viewer, input.reference, action, Action::work_order);
    if (!opened) return refuse(opened.error());
    auto const& settings = context.settings();
    auto const today = context.today;
    return messages::write_letter_of_action(
        context, input, opened->kind->code, [&](storage::sql::Read& tx, std::string_view language) {
            return fields_for(settings.wording(input.letter, language, today),
                              paper_facts(tx, *opened, language), Side::complained_about);
        });
}

Expected<StatementView> view_statement(Context& context, std::string_view reference,
                                       std::string_view action) {
    auto bundle = view_schedule(context, reference);
    if (!bundle) return refuse(bundle.error());
    auto const id = LegalActionId::parse(action);
    auto const named = id ? storage::legal_actions::find(context.read(), *id) : std::nullopt;
    auto const* kind = named ? legal::find_legal_action(named->action.kind) : nullptr;
    if (!kind || named->action.case_file != bundle->header.id) return refuse(no_such_paper_action());
    auto const& settings = context.settings();
    StatementView view;
    view.action = *id;
    view.action_label = kind->label;

    outbound::Leaving leaving(bundle->facts);
    PaperFacts facts{
        .place = named->action.place,
        .conduct = leaving.words(std::string(text::trim(named->action.why)), "Why the action is taken"),
        .impact = leaving.words(std::string(text::trim(named->action.impact)), "What residents say"),
        .order_name = text::lower_ascii(kind->label)};
    for (auto* empty : {&facts.conduct, &facts.impact, &facts.place})
        if (empty->empty()) *empty = "[to be written]";
    auto const& wording = settings.wording(domain::messages::letters::witness_statement, "en", context.today);
    auto fields = fields_for(wording, facts, Side::neutral);
    if (!fields) return refuse(fields.error());
    auto const& site = settings.site();
    fields->set(std::string(letter_fields::witness_name), context.viewer.name)
        .set(std::string(letter_fields::landlord_name), site.landlord_name)
        .set(std::string(letter_fields::team_name), site.team_name)
        .set(std::string(letter_fields::date), date_words(context.today))
        .set(std::string(letter_fields::case_reference), bundle->header.reference);
    auto body = domain::wording::merge(wording.body, *fields, Side::neutral, domain::wording::As::plain_text);
    if (!body) return refuse(body.error());

    view.report.title = wording.subject;
    view.report.organisation = site.landlord_name;
    view.report.status = "Draft: read it whole, and change what is not so, before it is signed";
    append_wording(view.report, *body);
    view.report.sections.push_back(schedule_section(*bundle, ""));
    view.report.sections.push_back(exhibits_section(*bundle, ""));
    view.report.footer = "Drafted from the file of case " + bundle->header.reference + ".";
    view.to_check = leaving.to_check();
    view.to_check.insert(view.to_check.end(), bundle->to_check.begin(), bundle->to_check.end());
    view.left_out = leaving.left_out();
    view.left_out.insert(view.left_out.end(), bundle->left_out.begin(), bundle->left_out.end());
    view.header = std::move(bundle->header);
    return view;
}

Expected<papers::MadeFile> make_statement(Context& context, MakeStatement const& input) {
    auto const view = view_statement(context, input.reference, input.action);
    if (!view) return refuse(view.error());
    return make_court_paper(context, view->header.id,
                            {.report = &view->report,
                             .name = "statement-" + view->header.reference,
                             .format = papers::PaperFormat::docx,
                             .subject = std::string(view->action.text()),
                             .to_check = view->to_check,
                             .check_reason = input.check_reason});
}

}  // namespace doorstep::usecases::orders
