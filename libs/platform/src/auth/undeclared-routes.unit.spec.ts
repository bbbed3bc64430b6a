import { Controller, Get } from '@nestjs/common';
import { Allow, AllowScope, Public } from './access';
import { routeMistakes } from './undeclared-routes';

@Controller('good')
class GoodController {
  @Get('a')
  @Public()
  open() {}

  @Get('b')
  @Allow('list', 'parked-event')
  right() {}

  @Get('c')
  @AllowScope('contact-points:read')
  scope() {}

  notARoute() {}
}

@Controller('forgetful')
class ForgetfulController {
  @Get('a')
  forgotten() {}
}

@Controller('inheriting')
class InheritingController extends ForgetfulController {}

@Controller('unknown')
class UnknownRightController {
  @Get('a')
  @Allow('erase' as 'list', 'parked-event')
  erased() {}
}

@Controller('whole')
@Public()
class WholeController {
  @Get('a')
  any() {}
}

describe('the routes of a service', () => {
  it('are accepted when each says who may call it', () =>
    expect(routeMistakes([GoodController, WholeController])).toEqual([]));

  it('are refused when one says nothing', () => {
    expect(routeMistakes([GoodController, ForgetfulController])).toEqual([
      'ForgetfulController.forgotten says nothing of who may call it: add @Allow, @AllowScope or @Public.',
    ]);
  });

  it('are refused when an inherited one says nothing', () => {
    expect(routeMistakes([InheritingController])).toHaveLength(1);
  });

  it('are refused when a right is not in the table', () => {
    expect(routeMistakes([UnknownRightController])).toEqual([
      'UnknownRightController.erased asks for a right that the table has not: erase parked-event.',
    ]);
  });
});
