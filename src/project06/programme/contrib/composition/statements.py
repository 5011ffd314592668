"""What the source reports say without a figure, in the words of the product's glossary.

The translations in which the reports came mistake several terms (a conference endpoint became a "bridge", sectors
became "branches"); the sentences here follow the Vietnamese originals.
"""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from project06.programme.contrib.composition.document import Words
from project06.programme.contrib.composition.notes import Notes
from project06.programme.data.report import ReportCut
from project06.programme.enums.report import Statement

_STATEMENTS: Mapping[Statement, Promise] = MappingProxyType(
    {
        Statement.RESULTS_AWARENESS: _(
            "After one year, awareness and action on digital transformation, and on Project 06 in particular, have "
            "changed for the better at all levels and in all sectors; sectors and provinces see more clearly where "
            "infrastructure, human resources, data and security stand and what has to be improved."
        ),
        Statement.RESULTS_DIRECTION: _(
            "Agencies, units and communes of the province have reviewed the tasks assigned to them and work on them "
            "in a coordinated way, group by group; many large and difficult tasks were completed in a short time."
        ),
        Statement.RESULTS_SYSTEM_SAFE: _(
            "The safety and security of the province's information system are ensured, and population data continue "
            "to be supplemented, updated and enriched."
        ),
        Statement.BOTTLENECK_LEGAL: _(
            "Legal: reviewing, amending and simplifying administrative procedures and improving institutions is still "
            "slow; some provinces have not yet issued resolutions on fee exemption and reduction for online public "
            "services."
        ),
        Statement.BOTTLENECK_VILLAGES: _(
            "Technology infrastructure: there are still villages without mobile signal because no power grid reaches "
            "them."
        ),
        Statement.BOTTLENECK_DATA: _("Data: data are still fragmented, siloed and hoarded."),
        Statement.BOTTLENECK_SECURITY: _("Security: security gaps and data leaks have not been reduced."),
        Statement.BOTTLENECK_RESOURCES: _(
            "Resources: allocating resources for implementation remains difficult because of questions about the "
            "legal basis."
        ),
        Statement.BOTTLENECK_LAND: _(
            "Cleaning of land data and housing information, and digitising the results of administrative procedures "
            "about land and housing: there is no concrete solution and no plan."
        ),
        Statement.BOTTLENECK_SPECIALISED: _(
            "Cleaning of specialised data on labour, construction, tax and banking is still slow; in some agencies and "
            "units the tasks of Project 06 show signs of slowing down."
        ),
        Statement.PILOT_WITHOUT_RESULT: _(
            "Some pilot models have not been carried out, or were carried out without bringing a result."
        ),
        Statement.PILOT_CONTINUE: _(
            "The agencies that lead pilot models go on carrying them out in earnest, so that they bring practical "
            "results and advance digital transformation in the province."
        ),
        Statement.PILOT_REPLICATE: _("Good models and good practice of Project 06 are made known and replicated."),
        Statement.NEXT_CONCLUSIONS: _(
            "The Ministry of Public Security and the Ministry of Finance take up the opinions of the conference and "
            "draft the conclusions on implementation."
        ),
        Statement.NEXT_NOT_COMPLACENT: _(
            "Ministries, sectors and provinces must on no account be complacent or rest on what has been achieved."
        ),
        Statement.NEXT_CONNECT: _(
            "Ministries and sectors take the initiative to connect with the Ministry of Public Security, so that data "
            "serve management."
        ),
        Statement.NEXT_LEGAL_FRAMEWORK: _(
            "Improve the legal framework; review, upgrade and develop a consistent technology infrastructure that "
            "allows connection, sharing and authentication with the National Population Database."
        ),
        Statement.NEXT_SHARED_DATA: _(
            "Update and consolidate data, digitise administrative procedures and create shared data that ease "
            "electronic transactions between people, businesses and state agencies."
        ),
        Statement.NEXT_FEEDBACK: _(
            "Receive and settle people's feedback and recommendations through the application Điện Biên Smart; raise "
            "the responsibility of officials for safety, security and confidentiality."
        ),
        Statement.NEXT_DATABASES: _(
            "Ministries, sectors and provinces build their databases and share data; people and businesses stand at "
            "the centre of digital transformation."
        ),
        Statement.NEXT_ECOMMERCE: _(
            "Create a common e-commerce database and advance the infrastructure of electronic payment."
        ),
        Statement.NEXT_SECTORS: _(
            "Each ministry holds meetings on the digitalisation of the sectors and fields it manages."
        ),
    }
)


def state(section: str, cut: ReportCut, notes: Notes) -> tuple[Words, ...]:
    """Return what the documents of the report say in a section, in their order."""
    said = (each for each in cut.definition.statements if each.section == section)
    return tuple(notes.cite_keys(str(_STATEMENTS[each]), *cut.definition.sources) for each in said)
