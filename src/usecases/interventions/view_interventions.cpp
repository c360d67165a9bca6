#include "usecases/interventions/view_interventions.h"

#include <algorithm>

#include "base/text.h"
#include "storage/people.h"
#include "usecases/cases/open_case.h"
#include "usecases/interventions/catalogue.h"
#include "usecases/settings.h"

namespace doorstep::usecases::interventions {

using domain::access::Action;
using domain::interventions::Track;
using domain::people::Side;

namespace {

StepLine line_of(Settings const& settings, storage::interventions::Named named) {
    std::string label(settings.list("interventions").label(named.step.code));
    return {std::move(named), std::move(label)};
}

Expected<domain::cases::CaseFile> open_to_record(Context& context, std::string_view reference) {
    auto file = cases::open_case(context.read(), context.viewer, reference, Action::work_case);
    if (file && file->is_closed())
        return refuse(RefusalKind::closed, "case-closed",
                      "This case is closed. Reopen it, or start a new report");
    return file;
}

std::vector<InterventionForm::Person> recipients(storage::sql::Read& tx, CaseFileId file, Track track) {
    auto people = storage::people::people_of_case(tx, file);
    auto const first = track == Track::enforcement ? Side::complained_about : Side::reporting;
    std::stable_partition(people.begin(), people.end(),
                          [&](auto const& entry) { return entry.part.side == first; });
    std::vector<InterventionForm::Person> found;
    for (auto const& entry : people) {
        if (entry.part.left_on) continue;
        auto name = entry.person ? entry.person->name : entry.part.description;
        if (name.empty()) name = "Unknown person";
        found.push_back({entry.part.id, name + ", " + text::lower_ascii(words_of(entry.part.part))});
    }
    return found;
}

}  // namespace

Expected<InterventionsView> view_interventions(Context& context, std::string_view reference, int page) {
    auto& tx = context.read();
    auto file = cases::open_case(tx, context.viewer, reference, Action::see_protected_details);
    if (!file) return refuse(file.error());
    InterventionsView view;
    view.counts = storage::cases::section_counts(tx, file->id);
    view.total = storage::interventions::count_of_case(tx, file->id);
    view.pages = std::max(1, (view.total + steps_a_page - 1) / steps_a_page);
    view.page = std::clamp(page, 1, view.pages);
    for (auto& named :
         storage::interventions::of_case(tx, file->id, steps_a_page, (view.page - 1) * steps_a_page))
        view.steps.push_back(line_of(context.settings(), std::move(named)));
    view.may_work = !file->is_closed() && domain::access::may(context.viewer, Action::work_case);
    view.file = std::move(*file);
    context.note_view("people", view.file.id, view.file.id.text());
    return view;
}

Expected<InterventionView> view_intervention(Context& context, std::string_view reference,
                                             InterventionId id) {
    auto& tx = context.read();
    auto file = cases::open_case(tx, context.viewer, reference, Action::see_protected_details);
    if (!file) return refuse(file.error());
    auto named = storage::interventions::find(tx, id);
    if (!named || named->step.case_file != file->id)
        return refuse(RefusalKind::not_found, "step-not-found", "There is no such step of this case");
    InterventionView view;
    view.counts = storage::cases::section_counts(tx, file->id);
    auto const* entry = context.settings().list("interventions").find(named->step.code, named->step.used_on);
    view.kind = entry ? catalogue_entry(*entry).kind : domain::interventions::Kind::plain;
    view.line = line_of(context.settings(), std::move(*named));
    view.may_work = !file->is_closed() && domain::access::may(context.viewer, Action::work_case);
    view.file = std::move(*file);
    context.note_view("people", view.file.id, id.text());
    return view;
}

Expected<CatalogueView> view_catalogue(Context& context, std::string_view reference) {
    auto const file = open_to_record(context, reference);
    if (!file) return refuse(file.error());
    CatalogueView view{.reference = file->reference, .entries = {}};
    for (auto const* listed : context.settings().list("interventions").in_use(context.today)) {
        auto entry = catalogue_entry(*listed);
        if (!entry.legal) view.entries.push_back({std::move(entry), listed->label});
    }
    return view;
}

Expected<InterventionForm> view_intervention_form(Context& context, std::string_view reference,
                                                  std::string_view code) {
    auto const file = open_to_record(context, reference);
    if (!file) return refuse(file.error());
    auto entry = find_step(context.settings(), code, context.today);
    if (!entry) return refuse(entry.error());
    InterventionForm form;
    form.reference = file->reference;
    form.label = context.settings().list("interventions").label(code);
    form.people = recipients(context.read(), file->id, entry->track);
    form.asks_for_fairness = domain::interventions::asks_for_fairness(*entry);
    form.entry = std::move(*entry);
    context.note_view("people", file->id, file->id.text());
    return form;
}

}  // namespace doorstep::usecases::interventions
