import { DataTable } from '../../../ui/data-table.tsx';
import { FormPage } from '../../../ui/form-page.tsx';
import { sentenceCase } from '../../../ui/sentence-case.ts';
import { cellWords } from '../../access/matrix-words.ts';
import { MODULES, type Module, ROLES } from '../../access/model.ts';
import { PERMISSION_MATRIX } from '../../access/permission-matrix.ts';
import { MODULE_WORDS } from '../../access/require-permission.ts';
import { ROLE_WORDS } from '../role-words.ts';
import { ROLE_TASKS } from './role-tasks.ts';

/** Who may do what, as the services and the records check it: one section a role, one row a part of Wardroom. */
export function PermissionsPage() {
  return (
    <FormPage title="What each role may do">
      <p class="w-lead">
        What is published anyone may read without signing in. Everything else needs a role, held in a command unit, a
        borough or a ward, from one day to another, and granted by two people.
      </p>
      <p class="w-body">
        In brackets: how far it reaches, for a role of that ward, borough or unit. “With reason” means that the person
        is asked why, and the answer is kept. What is not listed is not allowed.
      </p>
      <ul class="w-body-list w-body-list--columns">
        {ROLES.map((role) => (
          <li key={role}>
            <a class="govuk-link" href={`#${role}`}>
              {ROLE_WORDS[role]}
            </a>
          </li>
        ))}
      </ul>
      {ROLES.map((role) => (
        <section key={role} class="w-section" id={role}>
          <h2 class="w-h2">{ROLE_WORDS[role]}</h2>
          <p class="w-body">{ROLE_TASKS[role]}</p>
          <DataTable
            caption={`What a role of ${ROLE_WORDS[role].toLowerCase()} may do`}
            rows={MODULES.filter((module) => PERMISSION_MATRIX[module][role] !== undefined)}
            rowKey={(module) => module}
            columns={[
              {
                head: 'Part of Wardroom',
                rowHeader: true,
                cell: (module: Module) => sentenceCase(MODULE_WORDS[module]),
              },
              {
                head: 'What is allowed',
                cell: (module: Module) => (PERMISSION_MATRIX[module][role] ?? []).map(cellWords).join('; '),
              },
            ]}
          />
        </section>
      ))}
    </FormPage>
  );
}
